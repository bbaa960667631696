// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.cli.command.UsageException;
import dev.ctrcfg.cli.report.JsonReport;
import dev.ctrcfg.dropin.DropInPlan;
import dev.ctrcfg.io.ConfigFile;
import dev.ctrcfg.model.Secrets;
import dev.ctrcfg.toml.Redaction;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
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
        DropInRevision both = new DropInRevision(importing(plan.main()), dropIn);
        if (arguments.has(Delivery.DRY_RUN) || arguments.has(Delivery.CHECK)) {
            return tryOut(both);
        }
        if (!both.changes()) {
            return print(both, unchanged());
        }
        record(path, both);
        try {
            return both.importing().changes() ? writeBoth(path, both) : deliver(path, both, writing());
        } catch (CommandFailure e) {
            both.rolledBack();
            throw e;
        }
    }

    private WriteReport unchanged() {
        return new WriteReport(mainPath, WriteReport.Outcome.UNCHANGED, Optional.empty(), List.of(), Optional.empty());
    }

    PlannedRevision importing(TomlDocument after) throws CommandFailure {
        return new PlannedRevision(main.name(), Optional.of(main.parse()), after, recorder);
    }

    private int tryOut(DropInRevision both) throws CommandFailure {
        boolean dryRun = arguments.has(Delivery.DRY_RUN);
        String diff = dryRun ? diff(both) : "";
        if (isJson()) {
            TomlTable.Builder report = TomlTable.builder()
                    .put("file", both.last().name())
                    .put("changed", false)
                    .put("would_change", both.changes());
            both.addTo(report, hidden());
            if (dryRun) {
                report.put("diff", diff);
            }
            console.out().print(JsonReport.of(report.build()));
        } else {
            console.out().print(Terminal.escape(diff));
            (dryRun ? console.err() : console.out()).print(both.changes() ? "would change\n" : "unchanged\n");
        }
        return both.changes() && arguments.has(Delivery.CHECK) ? ExitCode.FOUND : ExitCode.OK;
    }

    private String diff(DropInRevision both) throws CommandFailure {
        PlannedRevision dropIn = both.dropIn();
        PlannedRevision importing = both.importing();
        return dropIn.diff(dropIn.name(), hidden()) + main.shown(importing.diff(importing.name(), hidden()));
    }

    private Redaction hidden() {
        return arguments.has(Delivery.SHOW_SECRETS) ? Redaction.NONE : Secrets.REDACTION;
    }

    private boolean isJson() {
        return arguments.get(Delivery.OUTPUT) == OutputFormat.JSON;
    }

    private int print(DropInRevision both, WriteReport report) {
        if (isJson()) {
            TomlTable.Builder table = TomlTable.builder();
            report.addTo(table);
            both.addTo(table, hidden());
            console.out().print(JsonReport.of(table.build()));
        } else {
            console.out().print(report.outcome() + "\n");
            report.explain(console);
        }
        return report.exitCode();
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

    /** Gives the main file another content, if it is another, and then deletes the drop-in, if there is one. */
    int remove(DropInRevision both, Optional<Path> unwanted) throws CommandFailure, UsageException {
        if (arguments.has(Delivery.DRY_RUN) || arguments.has(Delivery.CHECK)) {
            return tryOut(both);
        }
        FileWriting files = writing();
        if (both.importing().changes()) {
            files.add(mainPath, both.importing());
        }
        Optional<byte[]> content = unwanted.isPresent() ? content(unwanted.get()) : Optional.empty();
        if (content.isPresent()) {
            files.delete(unwanted.get(), content.get());
        }
        return print(both, files.finish(mainPath));
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
