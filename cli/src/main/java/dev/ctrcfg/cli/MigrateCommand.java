// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.cli.command.CommandTable;
import dev.ctrcfg.cli.command.Converter;
import dev.ctrcfg.cli.command.Option;
import dev.ctrcfg.cli.command.Positional;
import dev.ctrcfg.cli.command.UsageException;
import dev.ctrcfg.migrate.MigrationTarget;
import dev.ctrcfg.model.ConfigKeys;
import dev.ctrcfg.model.SettingNames;
import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.ContainerdRelease;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** {@code ctrcfg migrate}: brings a file, and those that it imports, to another config version. */
final class MigrateCommand implements Subcommand {

    static final Positional<FileArgument> FILE = Options.file()
            .description("the file to migrate, /etc/containerd/config.toml by default; with - it is standard input, and"
                    + " the result goes to standard output");
    static final Option<ConfigVersion> TO =
            Option.value("--to", "VERSION", VersionName.NAME).description("the config version, 2, 3 or 4");
    static final Option<ReleaseArgument> RELEASE = Option.value(
                    "--for-containerd", "VERSION", ReleaseArgument.VersionOrAuto.VERSION_OR_AUTO)
            .description("the release that is to read the file, auto for the installed one; its newest config version"
                    + " is the one, unless --to names another");
    static final Option<Boolean> STRICT =
            Option.flag("--strict").description("write nothing and exit with 1 if a setting is lost or changes");
    static final Option<Boolean> LIKE_CONTAINERD = Option.flag("--like-containerd")
            .description("print what `containerd config migrate` makes of the settings, and what that loses");
    static final Option<Path> ROOT = Options.root();

    @Override
    public CommandTable table() {
        return CommandTable.of("ctrcfg migrate", "Brings a configuration file to another config version, in place.")
                .description(
                        "Headers and keys keep their places, their comments and their meaning as far as the new layout"
                                + " lets them; nothing is written that was not set. Imported files are migrated too,"
                                + " all or none.",
                        "What has no home in the new version is said on standard error, with its line: `lost` what has"
                                + " no successor, `changed` what means something else, `no-effect` what said nothing."
                                + " A file that has the version already is not touched. The way down is taken only if"
                                + " nothing is lost.")
                .positional(FILE)
                .options(TO, RELEASE, STRICT, LIKE_CONTAINERD, ROOT)
                .options(Delivery.DRY_RUN, Delivery.CHECK, Delivery.OUTPUT, Delivery.SHOW_SECRETS)
                .group("How to write it", WriteArguments.options(Delivery.WRITE))
                .exit(ExitCode.OK, "done or nothing to do")
                .exit(
                        ExitCode.FOUND,
                        "would change (--check), or something would be lost (--strict, or on the way down)")
                .exit(ExitCode.TROUBLE, "trouble; nothing was written")
                .examples(
                        "ctrcfg migrate --to 3 --dry-run",
                        "ctrcfg migrate --for-containerd auto --strict --backup",
                        "ctrcfg migrate old.toml --to 4 --write -",
                        "ctrcfg migrate --like-containerd --for-containerd 2.1")
                .build();
    }

    @Override
    public int run(Arguments arguments, Console terminal) throws CommandFailure, UsageException {
        Console console = arguments.get(FILE).isStream() ? replaying(terminal) : terminal;
        FileArgument file = arguments.get(FILE).orBelow(arguments.get(ROOT));
        MigrationTarget target = target(arguments);
        if (arguments.has(LIKE_CONTAINERD)) {
            return new LikeContainerd(arguments, console, target).run();
        }
        Delivery delivery = new Delivery(arguments, console, file);
        MigratedFiles files = MigratedFiles.read(arguments, console, target);
        files.notices().forEach(notice -> NoticeText.print(console, notice));
        boolean loses = files.isLossy() && (arguments.has(STRICT) || files.goesDown());
        if (loses) {
            console.err().print("ctrcfg: error: something would be lost, so nothing was written\n");
            return ExitCode.FOUND;
        }
        if (files.isAlone()) {
            return delivery.of(new MigrationRevision(file.inputName(), target));
        }
        return new JointDelivery(arguments, console, files).run();
    }

    /** The streams with a standard input that can be read several times. */
    private static Console replaying(Console console) throws CommandFailure {
        try {
            byte[] content = console.in().readAllBytes();
            InputStream replay = new ByteArrayInputStream(content) {
                @Override
                public synchronized byte[] readAllBytes() {
                    return content.clone();
                }

                @Override
                public synchronized byte[] readNBytes(int length) {
                    return Arrays.copyOf(content, Math.min(length, content.length));
                }
            };
            return new Console(replay, console.out(), console.err(), console.ofProcess());
        } catch (IOException e) {
            throw CommandFailure.of("<stdin>", e);
        }
    }

    private static MigrationTarget target(Arguments arguments) throws CommandFailure, UsageException {
        Optional<ConfigVersion> version = arguments.find(TO);
        Optional<ReleaseArgument> release = arguments.find(RELEASE);
        if (version.isEmpty() && release.isEmpty()) {
            throw new UsageException("--to or --for-containerd is missing");
        }
        try {
            if (release.isEmpty()) {
                return MigrationTarget.of(version.orElseThrow());
            }
            ContainerdRelease reader = release.get().on(arguments.get(ROOT));
            return new MigrationTarget(version.orElse(reader.maxConfigVersion()), reader);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /** {@return the release that reads files of a configuration's version without migrating them} */
    static ContainerdRelease reader(EffectiveInput input) throws CommandFailure {
        return SettingNames.release(ConfigKeys.versionOf(input.parse().root()).orElse(ConfigVersion.V4));
    }

    /** Takes the number of a config version that files can be migrated to. */
    private enum VersionName implements Converter<ConfigVersion> {
        NAME;

        @Override
        public ConfigVersion convert(String text) {
            return switch (text) {
                case "2" -> ConfigVersion.V2;
                case "3" -> ConfigVersion.V3;
                case "4" -> ConfigVersion.V4;
                default -> throw new IllegalArgumentException("'" + text + "' is not one of 2, 3, 4");
            };
        }
    }
}
