// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.cli.command.UsageException;
import dev.ctrcfg.cli.report.JsonReport;
import dev.ctrcfg.migrate.MigratedFile;
import dev.ctrcfg.toml.Redaction;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import dev.ctrcfg.toml.UnifiedDiff;
import java.io.IOException;
import java.nio.file.FileSystemException;
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
        if (Delivery.isTrial(arguments)) {
            tryOut(arguments.has(Delivery.DRY_RUN));
            return arguments.has(Delivery.CHECK) ? ExitCode.FOUND : ExitCode.OK;
        }
        WriteReport report = write();
        if (isJson()) {
            TomlTable.Builder table = TomlTable.builder().put("files", new TomlArray(names()));
            report.addTo(table);
            print(table);
        } else {
            console.out().print(report.outcome() + "\n");
            report.explain(console);
        }
        return report.exitCode();
    }

    private boolean isJson() {
        return arguments.get(Delivery.OUTPUT) == OutputFormat.JSON;
    }

    private void print(TomlTable.Builder report) {
        report.put("notices", NoticeText.table(files.notices()));
        console.out().print(JsonReport.of(report.build()));
    }

    private void tryOut(boolean dryRun) {
        String diff = dryRun ? diff() : "";
        if (isJson()) {
            TomlTable.Builder table = TomlTable.builder()
                    .put("files", new TomlArray(names()))
                    .put("changed", false)
                    .put("would_change", true);
            if (dryRun) {
                table.put("diff", diff);
            }
            print(table);
            return;
        }
        console.out().print(Terminal.escape(diff));
        (dryRun ? console.err() : console.out()).print("would change\n");
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
        Redaction hidden = Delivery.redaction(arguments);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < files.paths().size(); i++) {
            String name = file(i).before().name();
            String diff = UnifiedDiff.of(name, name, file(i).before().document(), file(i).edits(), hidden);
            out.append(i == 0 ? files.main().shown(diff) : diff);
        }
        return out.toString();
    }

    private MigratedFile file(int i) {
        return files.migration().files().get(i);
    }

    private WriteReport write() throws CommandFailure, UsageException {
        FileWriting writing = new FileWriting(WriteArguments.of(arguments), console);
        for (int i = files.paths().size() - 1; i > 0; i--) {
            int number = i;
            writing.add(files.paths().get(i), content -> expected(number, content.orElse(new byte[0])));
        }
        return writing.write(files.paths().get(0), content -> expected(0, content.orElse(new byte[0])));
    }

    private byte[] expected(int i, byte[] content) throws IOException, CommandFailure {
        Input read = Input.of(files.paths().get(i).toString(), content);
        if (!Arrays.equals(read.parse().bytes(), file(i).before().document().bytes())) {
            throw new FileSystemException(files.paths().get(i).toString(), null, "changed since it was read");
        }
        return read.edited(file(i).document(), file(i).edits());
    }
}
