// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.cli.command.CommandTable;
import dev.ctrcfg.cli.command.Option;
import dev.ctrcfg.cli.command.Positional;
import dev.ctrcfg.effective.EffectiveConfig;
import dev.ctrcfg.record.FileRecord;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code ctrcfg status}: tells whether drop-ins and recorded patches are still in effect. */
final class StatusCommand implements Subcommand {

    private static final Positional<FileArgument> FILE =
            Options.file().description("the main file, /etc/containerd/config.toml by default");
    private static final Option<FileArgument> RECORD =
            Options.record().repeatable().description("a record of patches; may be given several times");
    private static final Option<ReleaseArgument> RELEASE = Options.releaseOrAuto()
            .description("the release that reads the files, auto for the installed one; by default the newest one that"
                    + " does not migrate the main file");
    private static final Option<Path> ROOT = Options.root();
    private static final Option<OutputFormat> OUTPUT =
            Options.output(OutputFormat.TEXT, OutputFormat.JSON, OutputFormat.YAML);

    @Override
    public CommandTable table() {
        return CommandTable.of("ctrcfg status", "Tells whether drop-ins and recorded patches are still in effect.")
                .description(
                        "A setting of a drop-in is in effect if the release has its value from there; another drop-in"
                                + " may override it, and the release may not know it. A recorded change is in effect"
                                + " as long as its key has the value that the patch left.")
                .positional(FILE)
                .options(RECORD, RELEASE, ROOT, OUTPUT)
                .exit(ExitCode.OK, "everything is in effect")
                .exit(ExitCode.FOUND, "something is not")
                .exit(ExitCode.TROUBLE, "trouble")
                .examples("ctrcfg status", "ctrcfg status --record /var/lib/ctrcfg/kata.toml -o json | jq .in_effect")
                .build();
    }

    @Override
    public int run(Arguments arguments, Console console) throws CommandFailure {
        Path root = arguments.get(ROOT);
        EffectiveInput input = EffectiveInput.read(arguments.get(FILE), root, console);
        ContainerdRelease release = input.release(arguments.find(RELEASE));
        EffectiveConfig config = input.under(release);
        List<DropInState> dropIns = DropInState.of(config);
        Report report = new Report(input.name(), config, dropIns, new ArrayList<>(), new ArrayList<>());
        for (FileArgument argument : arguments.all(RECORD)) {
            RecordFile file = new RecordFile(argument.path());
            for (FileRecord each : file.require().files()) {
                report.records().add(file.name());
                report.files().add(RecordState.of(each, HostRoot.place(root, Path.of(each.path()))));
            }
        }
        OutputFormat format = arguments.get(OUTPUT);
        boolean text = format == OutputFormat.TEXT;
        console.out().print(text ? Terminal.escape(report.text()) : format.print(report.table()));
        return report.isInEffect() ? ExitCode.OK : ExitCode.FOUND;
    }

    /**
     * What the command prints.
     *
     * @param main the main file
     * @param config what the release makes of it
     * @param dropIns the files that it imports
     * @param records the records, one for each of the files
     * @param files the files of the records
     */
    private record Report(
            String main,
            EffectiveConfig config,
            List<DropInState> dropIns,
            List<String> records,
            List<RecordState> files) {

        boolean isInEffect() {
            return config.verdict().cause().isEmpty()
                    && dropIns.stream().allMatch(DropInState::isInEffect)
                    && files.stream().allMatch(RecordState::isInEffect);
        }

        String text() {
            StringBuilder out = new StringBuilder(main + " under containerd " + config.release() + "\n");
            config.verdict().cause().ifPresent(cause -> out.append(cause.text()).append('\n'));
            for (DropInState each : dropIns) {
                out.append("drop-in ")
                        .append(each.path())
                        .append(": ")
                        .append(each.state())
                        .append('\n');
                appendKeys(out, each.without());
            }
            for (int i = 0; i < files.size(); i++) {
                RecordState each = files.get(i);
                out.append("record ").append(records.get(i)).append(" of ").append(each.path());
                out.append(": ").append(each.state()).append('\n');
                appendKeys(out, each.lost());
            }
            return out.toString();
        }

        private static void appendKeys(StringBuilder out, List<Key> keys) {
            for (Key key : keys) {
                out.append("  not in effect: ").append(key).append('\n');
            }
        }

        TomlTable table() {
            List<TomlValue> imported = new ArrayList<>();
            dropIns.forEach(each -> imported.add(each.table()));
            List<TomlValue> recorded = new ArrayList<>();
            for (int i = 0; i < files.size(); i++) {
                recorded.add(files.get(i).table(records.get(i)));
            }
            return TomlTable.builder()
                    .put("file", main)
                    .put("containerd", config.release().toString())
                    .put("in_effect", isInEffect())
                    .put("drop_ins", new TomlArray(imported))
                    .put("records", new TomlArray(recorded))
                    .build();
        }
    }
}
