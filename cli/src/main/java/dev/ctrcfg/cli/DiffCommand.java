// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.cli.command.CommandTable;
import dev.ctrcfg.cli.command.Option;
import dev.ctrcfg.cli.command.Positional;
import dev.ctrcfg.cli.command.UsageException;
import dev.ctrcfg.diff.ConfigDiff;
import dev.ctrcfg.migrate.ConfigText;
import dev.ctrcfg.migrate.Upgrade;
import dev.ctrcfg.model.Secrets;
import dev.ctrcfg.toml.EditConflictException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code ctrcfg diff}: compares configurations by meaning. */
final class DiffCommand implements Subcommand {

    private static final Positional<FileArgument> FILES = Positional.of("FILE", FileArgument.Names.NAMES)
            .repeatable()
            .description(
                    "the two files or directories to compare, - for standard input; with --git what git passes to a"
                            + " diff driver");
    private static final Option<Boolean> EFFECTIVE = Option.flag("--effective")
            .description("compare what a release sees: imports merged, older versions migrated, defaults filled in");
    private static final Option<List<ReleaseArgument>> RELEASES = Options.releases()
            .description("the release for --effective, or one for each side; by default the newest one that reads the"
                    + " file without migrating it");
    private static final Option<Boolean> GIT =
            Option.flag("--git").description("work as an external diff driver of git, which wants exit code 0");
    private static final Option<Boolean> SECRETS = Options.showSecrets();
    private static final Option<ColorMode> COLOR = Options.color();
    private static final Option<Path> ROOT = Options.root();
    private static final Option<OutputFormat> OUTPUT =
            Options.output(OutputFormat.TEXT, OutputFormat.JSON, OutputFormat.JSON_PATCH, OutputFormat.YAML);

    @Override
    public CommandTable table() {
        return CommandTable.of("ctrcfg diff", "Compares configurations by what they say.")
                .description(
                        "Order, quotes, formatting, comments and the config version make no difference: a file equals"
                                + " its migration. What matters to pods comes first: runtimes, the default runtime, the"
                                + " snapshotter, registries.",
                        "With -o json-patch it prints the operations of RFC 6902 that make the first file say what the"
                                + " second says, in the keys of the first, for ctrcfg patch.")
                .positional(FILES)
                .options(EFFECTIVE, RELEASES, OUTPUT, GIT, COLOR, SECRETS, ROOT)
                .exit(ExitCode.OK, "the same, or --git")
                .exit(ExitCode.FOUND, "different")
                .exit(ExitCode.TROUBLE, "trouble")
                .examples(
                        "ctrcfg diff config.toml.bak.1 config.toml",
                        "ctrcfg diff config.toml config.toml --effective --containerd 1.7,2.1",
                        "ctrcfg diff a.toml b.toml -o json-patch > a-to-b.json")
                .build();
    }

    @Override
    public int run(Arguments arguments, Console console) throws CommandFailure, UsageException {
        List<FileArgument> given = arguments.all(FILES);
        if (arguments.has(GIT)) {
            return git(given, arguments, console);
        }
        if (given.size() != 2) {
            throw new UsageException("there have to be two files, not " + given.size());
        }
        if (given.get(0).isStream() && given.get(1).isStream()) {
            throw new UsageException("standard input can be read only once");
        }
        if (arguments.has(RELEASES) && !arguments.has(EFFECTIVE)) {
            throw new UsageException("--containerd goes with --effective");
        }
        if (isDirectory(given.get(0)) || isDirectory(given.get(1))) {
            return directories(given, arguments, console);
        }
        return print(compare(given.get(0), given.get(1), arguments, console), arguments, console);
    }

    private static boolean isDirectory(FileArgument file) {
        return !file.isStream() && Files.isDirectory(file.path());
    }

    private static int print(DiffReport report, Arguments arguments, Console console) throws CommandFailure {
        OutputFormat format = arguments.get(OUTPUT);
        if (format == OutputFormat.JSON_PATCH && report.hidesFromPatch()) {
            throw CommandFailure.of(
                    "ctrcfg: error: the patch holds secrets, and cannot do without: --show-secrets prints them");
        }
        String text = format == OutputFormat.TEXT
                ? report.text(arguments.get(COLOR).isOn(console))
                : format.print(format == OutputFormat.JSON_PATCH ? report.operations() : report.table());
        console.out().print(text);
        return report.isEmpty() ? ExitCode.OK : ExitCode.FOUND;
    }

    private static DiffReport compare(FileArgument one, FileArgument other, Arguments arguments, Console console)
            throws CommandFailure, UsageException {
        boolean shown = arguments.has(SECRETS);
        if (!arguments.has(EFFECTIVE)) {
            ConfigText before = text(one, arguments, console);
            ConfigText after = text(other, arguments, console);
            return DiffReport.of(before, after, shown);
        }
        if (arguments.get(OUTPUT) == OutputFormat.JSON_PATCH) {
            throw new UsageException("-o json-patch is for files, not for what a release makes of them");
        }
        EffectiveInput before = EffectiveInput.read(one, arguments.get(ROOT), console);
        EffectiveInput after = EffectiveInput.read(other, arguments.get(ROOT), console);
        List<ReleaseArgument> releases = new ArrayList<>();
        arguments.all(RELEASES).forEach(releases::addAll);
        if (releases.size() > 2) {
            throw new UsageException("--containerd takes one release, or one for each side");
        }
        return new DiffReport(
                ConfigDiff.between(
                        before.startedUnder(before.release(releases.stream().findFirst()), console),
                        after.startedUnder(
                                after.release(releases.stream()
                                        .skip(Math.max(0, releases.size() - 1))
                                        .findFirst()),
                                console)),
                shown);
    }

    private static ConfigText text(FileArgument file, Arguments arguments, Console console) throws CommandFailure {
        Input input = Input.read(file.orBelow(arguments.get(ROOT)), console);
        ConfigText text = new ConfigText(input.name(), input.parse());
        try {
            Upgrade.versionOf(text.document());
            return text;
        } catch (EditConflictException e) {
            throw input.failure(text.document(), e, Secrets.REDACTION);
        }
    }

    private static int directories(List<FileArgument> given, Arguments arguments, Console console)
            throws CommandFailure, UsageException {
        if (arguments.get(OUTPUT) == OutputFormat.JSON_PATCH) {
            throw new UsageException("-o json-patch is for files, not for directories");
        }
        return new DirectoryDiff(given.get(0).path(), given.get(1).path(), (one, other) -> {
                    FileArgument before = new FileArgument(one, false);
                    return compare(before, new FileArgument(other, false), arguments, console);
                })
                .print(arguments.get(OUTPUT), arguments.get(COLOR).isOn(console), console);
    }

    /** git passes path, old file, old id, old mode, new file, new id, new mode; and more for renames. */
    private static int git(List<FileArgument> given, Arguments arguments, Console console)
            throws CommandFailure, UsageException {
        if (given.size() != 7 && given.size() != 9) {
            throw new UsageException("--git takes the seven arguments that git passes, not " + given.size());
        }
        String path = given.get(0).path().toString();
        ConfigText before =
                GitSide.text("a/" + path, given.get(1).path(), given.get(4).path(), console);
        ConfigText after =
                GitSide.text("b/" + path, given.get(4).path(), given.get(1).path(), console);
        DiffReport report = DiffReport.of(before, after, arguments.has(SECRETS));
        if (!report.isEmpty()) {
            console.out().print("ctrcfg diff " + Terminal.escape(before.name() + " " + after.name()) + "\n");
            console.out().print(report.text(arguments.get(COLOR).isOn(console)));
        }
        return ExitCode.OK;
    }
}
