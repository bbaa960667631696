// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.cli.command.UsageException;
import dev.ctrcfg.cli.report.JsonReport;
import dev.ctrcfg.io.ConfigFile;
import dev.ctrcfg.migrate.MigratedFile;
import dev.ctrcfg.model.Secrets;
import dev.ctrcfg.toml.Redaction;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import dev.ctrcfg.toml.UnifiedDiff;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes several files, all or none: the imported ones first, so that the last to change is the one containerd is given. */
final class JointDelivery {

    private final Arguments arguments;
    private final Console console;
    private final MigratedFiles files;

    JointDelivery(Arguments arguments, Console console, MigratedFiles files) throws UsageException {
        this.arguments = arguments;
        this.console = console;
        this.files = files;
        if (arguments.has(Delivery.WRITE)) {
            throw new UsageException("--write takes one file, and imported files have to be migrated as well");
        }
        if (arguments.get(MigrateCommand.FILE).isStream()) {
            throw new UsageException("imported files have to be migrated as well, which standard output cannot take");
        }
    }

    int run() throws CommandFailure, UsageException {
        boolean dryRun = arguments.has(Delivery.DRY_RUN);
        boolean check = arguments.has(Delivery.CHECK);
        if (!dryRun && !check) {
            write();
        }
        report(dryRun, !dryRun && !check);
        return check ? ExitCode.FOUND : ExitCode.OK;
    }

    private void report(boolean dryRun, boolean written) {
        String diff = dryRun ? diff() : "";
        if (arguments.get(Delivery.OUTPUT) == OutputFormat.JSON) {
            TomlTable.Builder table = TomlTable.builder()
                    .put("files", new TomlArray(names()))
                    .put("changed", written)
                    .put("would_change", !written)
                    .put("notices", NoticeText.table(files.notices()));
            if (dryRun) {
                table.put("diff", diff);
            }
            console.out().print(JsonReport.of(table.build()));
            return;
        }
        console.out().print(diff);
        (dryRun ? console.err() : console.out()).print(written ? "changed\n" : "would change\n");
    }

    private List<TomlValue> names() {
        List<TomlValue> names = new ArrayList<>();
        for (int i = 0; i < files.paths().size(); i++) {
            if (file(i).changed()) {
                names.add(TomlValue.of(files.paths().get(i).toString()));
            }
        }
        return names;
    }

    private String diff() {
        Redaction hidden = arguments.has(Delivery.SHOW_SECRETS) ? Redaction.NONE : Secrets.REDACTION;
        StringBuilder out = new StringBuilder();
        for (MigratedFile file : files.migration().files()) {
            String name = file.before().name();
            out.append(UnifiedDiff.of(name, name, file.before().document(), file.edits(), hidden));
        }
        return out.toString();
    }

    private MigratedFile file(int i) {
        return files.migration().files().get(i);
    }

    private void write() throws CommandFailure, UsageException {
        WriteArguments writing = WriteArguments.of(arguments);
        List<Integer> done = new ArrayList<>();
        try {
            for (int i = files.paths().size() - 1; i > 0; i--) {
                done.add(i);
                replace(i, writing);
            }
            done.add(0);
            WriteReport report = new FileWriting(writing, console)
                    .write(files.paths().get(0), content -> expected(0, content.orElse(new byte[0])));
            report.explain(console);
            if (report.failure().isPresent()) {
                throw CommandFailure.of(
                        files.paths().get(0) + ": error: " + report.failure().get());
            }
        } catch (CommandFailure e) {
            for (int i : done) {
                restore(i);
            }
            throw e;
        }
    }

    private void replace(int i, WriteArguments writing) throws CommandFailure {
        Path path = files.paths().get(i);
        try {
            ConfigFile.<CommandFailure>update(
                    path, writing.writeOptions(), content -> expected(i, content.orElse(new byte[0])));
        } catch (IOException e) {
            throw CommandFailure.of(path.toString(), e);
        }
    }

    private byte[] expected(int i, byte[] content) throws IOException {
        if (!Arrays.equals(content, file(i).before().document().bytes())) {
            throw new FileSystemException(files.paths().get(i).toString(), null, "changed since it was read");
        }
        return file(i).document().bytes();
    }

    /** Puts the old content back where the new one is. */
    private void restore(int i) {
        Path path = files.paths().get(i);
        byte[] before = file(i).before().document().bytes();
        byte[] after = file(i).document().bytes();
        try {
            ConfigFile file = ConfigFile.read(path);
            if (Arrays.equals(file.content(), after)) {
                file.replace(before);
            }
        } catch (IOException e) {
            console.err()
                    .print(Terminal.escape(path + ": error: the old content could not be put back: " + e.getMessage())
                            + "\n");
        }
    }
}
