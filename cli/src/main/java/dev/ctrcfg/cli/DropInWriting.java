// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.cli.command.UsageException;
import dev.ctrcfg.dropin.DropInPlan;
import dev.ctrcfg.io.ConfigFile;
import dev.ctrcfg.model.Secrets;
import dev.ctrcfg.toml.Redaction;
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
        PlannedRevision importing = importing(plan.main());
        if (arguments.has(Delivery.DRY_RUN) || arguments.has(Delivery.CHECK)) {
            return tryOut(dropIn, importing);
        }
        if (!dropIn.changes() && !importing.changes()) {
            console.out().print("unchanged\n");
            return ExitCode.OK;
        }
        record(path, dropIn, importing);
        try {
            return importing.changes() ? writeBoth(path, dropIn, importing) : deliver(path, dropIn, writing());
        } catch (CommandFailure e) {
            importing.rolledBack();
            throw e;
        }
    }

    private PlannedRevision importing(TomlDocument after) throws CommandFailure {
        return new PlannedRevision(main.name(), Optional.of(main.parse()), after, recorder);
    }

    private int tryOut(PlannedRevision dropIn, PlannedRevision importing) {
        boolean differs = dropIn.changes() || importing.changes();
        boolean dryRun = arguments.has(Delivery.DRY_RUN);
        if (dryRun) {
            Redaction hidden = arguments.has(Delivery.SHOW_SECRETS) ? Redaction.NONE : Secrets.REDACTION;
            console.out().print(Terminal.escape(dropIn.diff(dropIn.name(), hidden)));
            console.out().print(Terminal.escape(main.shown(importing.diff(importing.name(), hidden))));
        }
        (dryRun ? console.err() : console.out()).print(differs ? "would change\n" : "unchanged\n");
        return differs && arguments.has(Delivery.CHECK) ? ExitCode.FOUND : ExitCode.OK;
    }

    /** The main file comes first, as a revert has to take out the import before the file. */
    private void record(Path path, PlannedRevision dropIn, PlannedRevision importing) throws CommandFailure {
        if (recorder.isPresent()) {
            recorder.get().record(mainPath, importing.before(), importing.after());
            recorder.get().record(path, dropIn.before(), dropIn.after());
        }
    }

    /** The drop-in is unread until the main file imports it, so that the latter is the one to be reported about. */
    private int writeBoth(Path path, PlannedRevision dropIn, PlannedRevision importing)
            throws CommandFailure, UsageException {
        makeDirectory(path);
        FileWriting files = writing();
        files.add(path, dropIn);
        return deliver(mainPath, importing, files);
    }

    private int deliver(Path path, PlannedRevision revision, FileWriting files) throws CommandFailure, UsageException {
        makeDirectory(path);
        return new Delivery(arguments, console, new FileArgument(path, false)).of(revision, files);
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

    /** Gives the main file another content, if it is another, and then deletes the drop-in, if it is there. */
    WriteReport remove(Path path, TomlDocument without) throws CommandFailure, UsageException {
        FileWriting files = writing();
        PlannedRevision importing = importing(without);
        if (importing.changes()) {
            files.add(mainPath, importing);
        }
        Optional<byte[]> content = content(path);
        if (content.isPresent()) {
            files.delete(path, content.get());
        }
        return files.finish(mainPath);
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
