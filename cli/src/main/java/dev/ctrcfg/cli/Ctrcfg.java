// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.ArgumentParser;
import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.cli.command.CommandTable;
import dev.ctrcfg.cli.command.HelpText;
import dev.ctrcfg.cli.command.UsageException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Arrays;

/** The {@code ctrcfg} command without the process around it. */
public final class Ctrcfg {

    private Ctrcfg() {}

    /**
     * Runs a command line.
     *
     * @param in what is read where the command line says {@code -}
     * @param out where results go
     * @param err where everything else goes
     * @param args the command line, without the command's own name
     * @return the exit code: 0 for done or nothing to do, 1 for something found or about to change, 2 for trouble
     */
    public static int run(InputStream in, PrintWriter out, PrintWriter err, String... args) {
        return run(new Console(in, out, err, false), args);
    }

    static int run(Console console, String... args) {
        int exitCode = dispatch(console, args);
        PrintWriter err = console.err();
        err.flush();
        if (console.out().checkError()) {
            err.print("ctrcfg: error: cannot write to standard output\n");
            err.flush();
            return ExitCode.TROUBLE;
        }
        return exitCode;
    }

    private static int dispatch(Console console, String... args) {
        if (args.length == 0 || args[0].startsWith("-")) {
            return about(console, args);
        }
        for (Subcommands candidate : Subcommands.values()) {
            if (candidate.word().equals(args[0])) {
                return run(candidate.create(), console, Arrays.copyOfRange(args, 1, args.length));
            }
        }
        return refuse(console, RootTable.table(), RootTable.unknown(args[0]));
    }

    /** Without a subcommand there are only questions about ctrcfg itself. */
    private static int about(Console console, String... args) {
        CommandTable table = RootTable.table();
        try {
            Arguments arguments = ArgumentParser.parse(table, args);
            if (arguments.has(CommandTable.HELP)) {
                console.out().print(HelpText.of(table));
            } else if (arguments.has(RootTable.VERSION)) {
                console.out().print(Version.line());
            } else {
                throw new UsageException("missing command");
            }
            return ExitCode.OK;
        } catch (UsageException e) {
            return refuse(console, table, e);
        }
    }

    private static int run(Subcommand command, Console console, String... args) {
        CommandTable table = command.table();
        try {
            Arguments arguments = ArgumentParser.parse(table, args);
            if (arguments.has(CommandTable.HELP)) {
                console.out().print(HelpText.of(table));
                return ExitCode.OK;
            }
            return command.run(arguments, console);
        } catch (UsageException e) {
            return refuse(console, table, e);
        } catch (CommandFailure e) {
            console.err().print(Terminal.escape(String.valueOf(e.getMessage())) + "\n");
            return ExitCode.TROUBLE;
        } catch (RuntimeException e) {
            console.err()
                    .print("ctrcfg: error: this should not have happened; please report it with the lines below\n");
            e.printStackTrace(console.err());
            return ExitCode.TROUBLE;
        }
    }

    private static int refuse(Console console, CommandTable table, UsageException e) {
        PrintWriter err = console.err();
        err.print(table.name() + ": error: " + Terminal.escape(String.valueOf(e.getMessage())) + "\n");
        err.print(HelpText.usage(table) + "\n");
        err.print("More about it: " + table.name() + " --help\n");
        return ExitCode.TROUBLE;
    }
}
