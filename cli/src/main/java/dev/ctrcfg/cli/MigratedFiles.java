// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.effective.Effect;
import dev.ctrcfg.effective.EffectiveConfig;
import dev.ctrcfg.effective.SourceFile;
import dev.ctrcfg.migrate.ConfigText;
import dev.ctrcfg.migrate.MigratedFile;
import dev.ctrcfg.migrate.Migration;
import dev.ctrcfg.migrate.MigrationTarget;
import dev.ctrcfg.migrate.Migrator;
import dev.ctrcfg.migrate.Notice;
import dev.ctrcfg.migrate.Upgrade;
import dev.ctrcfg.model.Secrets;
import dev.ctrcfg.toml.EditConflictException;
import dev.ctrcfg.toml.TomlDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file and those that it imports, migrated together. */
record MigratedFiles(EffectiveInput main, List<Path> paths, Migration migration, MigrationTarget target) {

    static MigratedFiles read(Arguments arguments, Console console, MigrationTarget target) throws CommandFailure {
        Path root = arguments.get(MigrateCommand.ROOT);
        EffectiveInput input = EffectiveInput.read(arguments.get(MigrateCommand.FILE), root, console);
        TomlDocument document = input.parse();
        EffectiveConfig config = input.under(MigrateCommand.reader(input));
        List<ConfigText> texts = new ArrayList<>(List.of(new ConfigText(input.name(), document)));
        List<Path> paths = new ArrayList<>(List.of(Path.of(input.name())));
        for (SourceFile file : imported(config)) {
            Optional<TomlDocument> imported = file.document();
            if (imported.isEmpty()) {
                throw CommandFailure.of(refusal(config));
            }
            Path path =
                    new FileArgument(Path.of(file.path()), false).orBelow(root).path();
            paths.add(path);
            texts.add(new ConfigText(path.toString(), imported.get()));
        }
        warnOfMissing(config, console);
        return new MigratedFiles(input, paths, migrate(texts, target), target);
    }

    private static List<SourceFile> imported(EffectiveConfig config) {
        List<SourceFile> files = config.files();
        return files.isEmpty() ? files : files.subList(1, files.size());
    }

    private static String refusal(EffectiveConfig config) {
        return config.verdict()
                .cause()
                .map(cause -> Secrets.mask(cause.toString()))
                .orElse("an imported file is not TOML");
    }

    private static void warnOfMissing(EffectiveConfig config, Console console) {
        config.verdict().remarks(Effect.EXIT).stream()
                .filter(remark -> remark.place().isEmpty())
                .forEach(remark -> console.err()
                        .print("ctrcfg: warning: containerd " + config.release() + " does not start: "
                                + Terminal.escape(Secrets.mask(remark.text())) + "\n"));
    }

    private static Migration migrate(List<ConfigText> texts, MigrationTarget target) throws CommandFailure {
        for (ConfigText text : texts) {
            try {
                Upgrade.settings(text, target);
            } catch (EditConflictException e) {
                throw CommandFailure.of(text.name(), text.document(), e, Secrets.REDACTION);
            }
        }
        try {
            return Migrator.to(target).migrate(texts);
        } catch (EditConflictException e) {
            throw CommandFailure.of(texts.get(0).name(), texts.get(0).document(), e, Secrets.REDACTION);
        }
    }

    List<Notice> notices() {
        return migration.notices();
    }

    boolean isLossy() {
        return migration.isLossy();
    }

    /** Whether a file is of a newer version than the target. */
    boolean goesDown() {
        return migration.files().stream()
                .anyMatch(file -> !target.version()
                        .isAtLeast(Upgrade.versionOf(file.before().document())));
    }

    /** Whether no imported file has to change. */
    boolean isAlone() {
        List<MigratedFile> files = migration.files();
        return files.subList(1, files.size()).stream().noneMatch(MigratedFile::changed);
    }
}
