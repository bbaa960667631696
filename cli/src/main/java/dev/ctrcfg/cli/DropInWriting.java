// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.cli.command.UsageException;
import dev.ctrcfg.dropin.DropInPlan;
import dev.ctrcfg.io.ConfigFile;
import dev.ctrcfg.toml.TomlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Writes a drop-in and the import of it, in the order that leaves no file named that is not there. */
final class DropInWriting {

    private final Arguments arguments;
    private final Console console;
    private final Path root;
    private final Input main;
    private final Path mainPath;
    private final Optional<Recorder> recorder;

    DropInWriting(Arguments arguments, Console console, Input main) {
        this.arguments = arguments;
        this.console = console;
        this.root = arguments.get(PatchOptions.ROOT);
        this.main = main;
        this.mainPath = Path.of(main.name());
        Optional<FileArgument> record = arguments.find(PatchOptions.RECORD);
        this.recorder =
                record.isPresent() ? Optional.of(new Recorder(record.get().path(), root)) : Optional.empty();
    }

    /** {@return the exit code} */
    int write(DropInPlan plan, Optional<TomlDocument> present) throws CommandFailure, UsageException {
        Path path = HostRoot.place(root, Path.of(plan.file().path()));
        boolean nothing = present.isEmpty() && plan.dropIn().length() == 0;
        PlannedRevision dropIn = new PlannedRevision(
                path.toString(), nothing ? Optional.of(plan.dropIn()) : present, plan.dropIn(), recorder);
        DropInRevision both = both(plan.main(), dropIn);
        if (Delivery.isTrial(arguments)) {
            return delivery(both).triedOut(both, both.changes());
        }
        if (!both.changes()) {
            return delivery(both).written(both, writing().finish(mainPath));
        }
        record(path, both);
        try {
            return both.importing().changes() ? writeBoth(path, both) : deliver(path, both, writing());
        } catch (CommandFailure e) {
            both.rolledBack();
            throw e;
        }
    }

    /** The drop-in and what the main file is to be. */
    DropInRevision both(TomlDocument after, PlannedRevision dropIn) throws CommandFailure {
        PlannedRevision importing = new PlannedRevision(main.name(), Optional.of(main.parse()), after, recorder);
        return new DropInRevision(main, importing, dropIn);
    }

    private Delivery delivery(DropInRevision both) throws UsageException {
        return new Delivery(
                arguments, console, new FileArgument(Path.of(both.last().name()), false));
    }

    /** The main file comes first, as a revert has to take out the import before the file. */
    private void record(Path path, DropInRevision both) throws CommandFailure {
        if (recorder.isPresent()) {
            recorder.get()
                    .record(
                            mainPath,
                            both.importing().before(),
                            both.importing().after());
            recorder.get().record(path, both.dropIn().before(), both.dropIn().after());
        }
    }

    /** The drop-in is unread until the main file imports it, so that the latter is the one to be reported about. */
    private int writeBoth(Path path, DropInRevision both) throws CommandFailure, UsageException {
        makeDirectory(path);
        FileWriting files = writing();
        files.add(path, both.dropIn());
        return deliver(mainPath, both, files);
    }

    private int deliver(Path path, DropInRevision revision, FileWriting files) throws CommandFailure, UsageException {
        makeDirectory(path);
        return delivery(revision).of(revision, files);
    }

    private FileWriting writing() throws UsageException {
        return new FileWriting(WriteArguments.of(arguments), console);
    }

    private static void makeDirectory(Path path) throws CommandFailure {
        try {
            Files.createDirectories(Objects.requireNonNull(path.toAbsolutePath().getParent()));
        } catch (IOException e) {
            throw CommandFailure.of(path.toString(), e);
        }
    }

    /** Gives the main file another content, if it is another, and then deletes the drop-in, if there is one. */
    int remove(DropInRevision both, Optional<Path> unwanted) throws CommandFailure, UsageException {
        if (Delivery.isTrial(arguments)) {
            return delivery(both).triedOut(both, both.changes());
        }
        FileWriting files = writing();
        if (both.importing().changes()) {
            files.add(mainPath, both.importing());
        }
        Optional<byte[]> content = unwanted.isPresent() ? content(unwanted.get()) : Optional.empty();
        if (content.isPresent()) {
            files.delete(unwanted.get(), content.get());
        }
        return delivery(both).written(both, files.finish(mainPath));
    }

    private static Optional<byte[]> content(Path path) throws CommandFailure {
        try {
            return Optional.of(ConfigFile.read(path).content());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw CommandFailure.of(path.toString(), e);
        }
    }
}
