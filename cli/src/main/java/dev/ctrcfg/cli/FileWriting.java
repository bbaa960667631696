// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.io.ConfigFile;
import dev.ctrcfg.io.Revision;
import dev.ctrcfg.io.Update;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The one way in which commands write files of containerd. */
final class FileWriting {

    private final WriteArguments arguments;
    private final Console console;

    FileWriting(WriteArguments arguments, Console console) {
        this.arguments = arguments;
        this.console = console;
    }

    /**
     * Revises a file, and does what is to be done if it changed.
     *
     * @param file the file
     * @param revision what shall become of it
     * @return what was done; it may have failed after the file was written
     * @throws CommandFailure if the file was not written
     */
    WriteReport write(Path file, Revision<CommandFailure> revision) throws CommandFailure {
        Update update = update(file, revision);
        if (!update.changed()) {
            return new WriteReport(file, WriteReport.Outcome.UNCHANGED, Optional.empty(), List.of(), Optional.empty());
        }
        if (!arguments.hasAftermath()) {
            return new WriteReport(file, WriteReport.Outcome.CHANGED, update.backup(), List.of(), Optional.empty());
        }
        return new Aftermath(arguments, file, update).run();
    }

    private Update update(Path file, Revision<CommandFailure> revision) throws CommandFailure {
        String name = file.toString();
        Revision<CommandFailure> verified =
                arguments.verifies() ? new Verification(revision, name, arguments.verifier(), console) : revision;
        try {
            return ConfigFile.update(file, arguments.writeOptions(), verified);
        } catch (IOException e) {
            throw CommandFailure.of(name, e);
        }
    }
}
