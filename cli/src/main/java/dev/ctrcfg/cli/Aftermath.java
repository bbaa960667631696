// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is done after a file has changed: a command, a look at the CRI plugin, and the way back if one of them fails. */
final class Aftermath {

    private final WriteArguments arguments;
    private final List<WrittenFile> files;
    private final List<WriteReport.CommandRun> runs = new ArrayList<>();

    Aftermath(WriteArguments arguments, List<WrittenFile> files) {
        this.arguments = arguments;
        this.files = files;
    }

    /**
     * What came of it.
     *
     * @param outcome what became of the files
     * @param runs the commands that were run, in order
     * @param failure what went wrong; empty if nothing did
     */
    record Result(WriteReport.Outcome outcome, List<WriteReport.CommandRun> runs, Optional<String> failure) {}

    Result run() {
        Optional<String> failure = runCommand();
        boolean rollsBack = arguments.rollsBack();
        if (failure.isEmpty()) {
            failure = awaitCri();
            rollsBack |= failure.isPresent();
        }
        if (failure.isEmpty() || !rollsBack) {
            return report(WriteReport.Outcome.CHANGED, failure.map(reason -> reason + "; the new file stays"));
        }
        return rollBack(failure.get());
    }

    private Result rollBack(String failure) {
        try {
            restore();
        } catch (IOException e) {
            String reason =
                    e instanceof FileSystemException f && f.getReason() != null ? f.getReason() : e.getMessage();
            return report(
                    WriteReport.Outcome.CHANGED,
                    Optional.of(failure + "; the old file could not be put back: " + reason));
        }
        Optional<String> again = runCommand();
        if (again.isEmpty()) {
            again = awaitCri();
        }
        String end = again.isEmpty() ? "; the old file is back" : "; the old file is back, but then " + again.get();
        return report(WriteReport.Outcome.ROLLED_BACK, Optional.of(failure + end));
    }

    /** The last file first; if one cannot be put back, the others are none the less. */
    private void restore() throws IOException {
        IOException failure = null;
        for (int i = files.size() - 1; i >= 0; i--) {
            try {
                files.get(i).restore(arguments.writeOptions());
            } catch (IOException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** {@return what went wrong; empty if nothing did, or if there is no command} */
    private Optional<String> runCommand() {
        Optional<String> command = arguments.onChange();
        if (command.isEmpty()) {
            return Optional.empty();
        }
        int exitCode = exitCode(command.get());
        runs.add(new WriteReport.CommandRun(command.get(), exitCode));
        return exitCode == 0
                ? Optional.empty()
                : Optional.of(
                        "'" + command.get() + "' " + (exitCode < 0 ? "could not be run" : "exited with " + exitCode));
    }

    /** What it prints goes to standard error, where it is in nobody's way, even if it leaves processes behind. */
    private static int exitCode(String command) {
        try {
            Process process = new ProcessBuilder("/bin/sh", "-c", "exec 1>&2\n" + command)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return process.waitFor();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private Optional<String> awaitCri() {
        Optional<String> socket = arguments.criSocket();
        return socket.isEmpty() ? Optional.empty() : new CriProbe(socket.get()).await(arguments.timeout());
    }

    private Result report(WriteReport.Outcome outcome, Optional<String> failure) {
        return new Result(outcome, List.copyOf(runs), failure);
    }
}
