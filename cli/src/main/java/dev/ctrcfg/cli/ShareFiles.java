// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.CommandTable;
import dev.ctrcfg.cli.command.Completions.Shell;
import dev.ctrcfg.cli.command.ManPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what packages install beside the program: the manual and the completions. Not a command; the build starts it. */
final class ShareFiles {

    private ShareFiles() {}

    /**
     * Writes the files.
     *
     * @param args one directory, which plays the part of {@code /usr/share}
     * @throws IOException if they cannot be written
     */
    public static void main(String[] args) throws IOException {
        Path share = Path.of(args[0]);
        write(share.resolve("bash-completion/completions/ctrcfg"), CompletionCommand.script(Shell.BASH));
        write(share.resolve("zsh/site-functions/_ctrcfg"), CompletionCommand.script(Shell.ZSH));
        write(share.resolve("fish/completions/ctrcfg.fish"), CompletionCommand.script(Shell.FISH));
        page(share, RootTable.table());
        for (Subcommands command : Subcommands.values()) {
            page(share, command.create().table());
        }
    }

    private static void page(Path share, CommandTable table) throws IOException {
        Path file = share.resolve("man/man1").resolve(ManPage.name(table) + ".1");
        write(file, ManPage.of(table, Version.line().strip()));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
