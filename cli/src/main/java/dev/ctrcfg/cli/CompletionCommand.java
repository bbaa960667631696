// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.cli.command.CommandTable;
import dev.ctrcfg.cli.command.Completion;
import dev.ctrcfg.cli.command.Completions;
import dev.ctrcfg.cli.command.Completions.Shell;
import dev.ctrcfg.cli.command.Converter;
import dev.ctrcfg.cli.command.Positional;
import java.util.ArrayList;
import java.util.List;

/** {@code ctrcfg completion}: prints a script for a shell. */
final class CompletionCommand implements Subcommand {

    private static final Positional<Shell> SHELL =
            Positional.of("SHELL", Shells.WORDS).required().description("bash, zsh or fish");

    @Override
    public CommandTable table() {
        return CommandTable.of("ctrcfg completion", "Prints a script that completes command lines in a shell.")
                .description("The packages install these scripts; this is for everyone else.")
                .positional(SHELL)
                .exit(ExitCode.OK, "done")
                .exit(ExitCode.TROUBLE, "trouble")
                .examples(
                        "source <(ctrcfg completion bash)",
                        "ctrcfg completion zsh > ~/.zsh/completions/_ctrcfg",
                        "ctrcfg completion fish > ~/.config/fish/completions/ctrcfg.fish")
                .build();
    }

    @Override
    public int run(Arguments arguments, Console console) {
        console.out().print(script(arguments.get(SHELL)));
        return ExitCode.OK;
    }

    static String script(Shell shell) {
        List<CommandTable> tables = new ArrayList<>();
        for (Subcommands command : Subcommands.values()) {
            tables.add(command.create().table());
        }
        return Completions.of(shell, RootTable.table(), tables);
    }

    /** Takes the name of a shell. */
    private enum Shells implements Converter<Shell> {
        WORDS;

        @Override
        public Shell convert(String text) {
            return switch (text) {
                case "bash" -> Shell.BASH;
                case "zsh" -> Shell.ZSH;
                case "fish" -> Shell.FISH;
                default -> throw new IllegalArgumentException("'" + text + "' is not one of bash, zsh, fish");
            };
        }

        @Override
        public Completion completion() {
            return Completion.words(List.of("bash", "zsh", "fish"));
        }
    }
}
