// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Prints what went wrong, and settles the exit code. */
final class FailureHandler implements IParameterExceptionHandler, IExecutionExceptionHandler {

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        String name = command.getCommandSpec().qualifiedName();
        err.print(name + ": error: " + Terminal.escape(message(e)) + "\n");
        UnmatchedArgumentException.printSuggestions(e, err);
        command.usage(err);
        return ExitCode.TROUBLE;
    }

    private static String message(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            boolean commandExpected = !e.getCommandLine().getSubcommands().isEmpty();
            String argument = unmatched.getUnmatched().get(0);
            return (commandExpected ? "unknown command: '" : "unexpected argument: '") + argument + "'";
        }
        String message = String.valueOf(e.getMessage());
        return Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (e instanceof CommandFailure) {
            err.print(Terminal.escape(String.valueOf(e.getMessage())) + "\n");
        } else {
            err.print("ctrcfg: error: this should not have happened; please report it with the lines below\n");
            e.printStackTrace(err);
        }
        return ExitCode.TROUBLE;
    }
}
