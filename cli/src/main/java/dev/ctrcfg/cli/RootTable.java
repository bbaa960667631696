// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.CommandTable;
import dev.ctrcfg.cli.command.Option;
import dev.ctrcfg.cli.command.Positional;
import dev.ctrcfg.cli.command.Suggestion;
import dev.ctrcfg.cli.command.UsageException;
import java.util.ArrayList;
import java.util.List;

/** What there is to say about {@code ctrcfg} itself. */
final class RootTable {

    static final Option<Boolean> VERSION =
            Option.flag("--version").shortName("-V").description("print the version");

    private static final Positional<String> COMMAND =
            Positional.of("COMMAND", Text.ANY).required();

    private RootTable() {}

    static CommandTable table() {
        CommandTable.Builder table = CommandTable.of(
                        "ctrcfg", "Changes containerd's configuration, and nothing that nobody asked to change.")
                .positional(COMMAND)
                .options(VERSION)
                .answer(VERSION)
                .exit(ExitCode.OK, "done, or nothing to do")
                .exit(ExitCode.FOUND, "something was found, or would change")
                .exit(ExitCode.TROUBLE, "trouble: the command could not do its work")
                .examples(
                        "ctrcfg patch --patch kata.toml --dry-run",
                        "ctrcfg lint --containerd 1.7,2.1 config.toml",
                        "ctrcfg get runtimes.kata.runtime_type",
                        "ctrcfg COMMAND --help");
        for (Subcommands command : Subcommands.values()) {
            table.command(command.word(), command.create().table().summary());
        }
        return table.build();
    }

    static UsageException unknown(String word) {
        List<String> words = new ArrayList<>();
        for (Subcommands command : Subcommands.values()) {
            words.add(command.word());
        }
        return new UsageException("unknown command: '" + word + "'" + Suggestion.of(word, words));
    }
}
