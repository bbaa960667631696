// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.io.ConfigFile;
import dev.ctrcfg.io.Revision;
import dev.ctrcfg.io.Update;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one way in which commands write files of containerd: one file, or several of which either all are written or none.
 * What is to be done after a change is done once, after the last file.
 */
final class FileWriting {

    private final WriteArguments arguments;
    private final Console console;
    private final List<WrittenFile> written = new ArrayList<>(1);

    FileWriting(WriteArguments arguments, Console console) {
        this.arguments = arguments;
        this.console = console;
    }

    /**
     * Revises a file, and does what is to be done if it or one before it changed.
     *
     * @param file the file
     * @param revision what shall become of it
     * @return what was done; it may have failed after the file was written
     * @throws CommandFailure if the file was not written
     */
    WriteReport write(Path file, Revision<CommandFailure> revision) throws CommandFailure {
        if (!written.isEmpty() || arguments.hasAftermath()) {
            add(file, revision);
            return finish(file);
        }
        Update update = update(file, revision);
        return update.changed()
                ? new WriteReport(file, WriteReport.Outcome.CHANGED, update.backup(), List.of(), Optional.empty())
                : unchanged(file);
    }

    /**
     * Revises one of several files.
     *
     * @param file the file
     * @param revision what shall become of it
     * @throws CommandFailure if the file was not written; those before it have their old content again
     */
    void add(Path file, Revision<CommandFailure> revision) throws CommandFailure {
        try {
            keep(new WrittenFile(file, update(file, revision), Optional.empty()));
        } catch (CommandFailure e) {
            putBack();
            throw e;
        }
    }

    /**
     * Deletes one of several files.
     *
     * @param file the file
     * @param expected what it must hold
     * @throws CommandFailure if the file was not deleted; those before it have their old content again
     */
    void delete(Path file, byte[] expected) throws CommandFailure {
        try {
            keep(WrittenFile.delete(file, arguments.writeOptions(), expected));
        } catch (IOException e) {
            putBack();
            throw CommandFailure.of(file.toString(), e);
        }
    }

    private void keep(WrittenFile file) {
        if (file.update().changed()) {
            written.add(file);
        }
    }

    /**
     * {@return what was done, after what is to be done if a file changed}
     *
     * @param file the file that the report is about
     */
    WriteReport finish(Path file) {
        if (written.isEmpty()) {
            return unchanged(file);
        }
        Aftermath.Result result = new Aftermath(arguments, written).run();
        return new WriteReport(file, result.outcome(), backupOf(file), result.runs(), result.failure());
    }

    private static WriteReport unchanged(Path file) {
        return new WriteReport(file, WriteReport.Outcome.UNCHANGED, Optional.empty(), List.of(), Optional.empty());
    }

    /** The backup of the file itself is the report's; those of the others are named here. */
    private Optional<Path> backupOf(Path file) {
        Optional<Path> own = Optional.empty();
        for (WrittenFile each : written) {
            Optional<Path> backup = each.update().backup();
            if (each.path().equals(file)) {
                own = backup;
            } else if (backup.isPresent()) {
                console.err().print(Terminal.escape(WriteReport.note(each.path(), backup.get())) + "\n");
            }
        }
        return own;
    }

    /** The last file first, as each may name those before it. */
    private void putBack() {
        for (int i = written.size() - 1; i >= 0; i--) {
            try {
                written.get(i).restore(arguments.writeOptions());
            } catch (IOException e) {
                String reason = "the old content could not be put back: " + e.getMessage();
                console.err().print(Terminal.escape(written.get(i).path() + ": error: " + reason) + "\n");
            }
        }
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
