// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.testing.Shared;
import dev.ctrcfg.toml.EditConflictException;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlSyntaxException;
import dev.ctrcfg.toml.TomlTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Migrates every configuration among the reference data. */
class MigrationOfRecordsTest {

    private static final String[] FOLDERS = {
        "corpus/files", "containerd/migrate", "containerd/imports", "containerd/cri-validation"
    };

    @ParameterizedTest
    @EnumSource(names = {"V2", "V3", "V4"})
    void everyFileMigratesAndDoesNotTheSecondTime(ConfigVersion version) throws IOException {
        MigrationTarget target = MigrationTarget.of(version);
        for (Migration migration : migrations(target)) {
            TomlDocument after = migration.files().get(0).document();
            Migration again = Migrator.to(target).migrate("again", after);
            assertThat(again.changed()).as(name(migration)).isFalse();
            assertThat(again.notices()).as(name(migration)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V2", "V3", "V4"})
    void everyCommentIsBesideItsKeyOrInANotice(ConfigVersion version) throws IOException {
        MigrationTarget target = MigrationTarget.of(version);
        for (Migration migration : changes(target)) {
            assertThat(new CommentAudit(migration, target).strays())
                    .as(name(migration))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V2", "V3", "V4"})
    void everyKeyIsInTheResultOrInANotice(ConfigVersion version) throws IOException {
        MigrationTarget target = MigrationTarget.of(version);
        for (Migration migration : changes(target)) {
            MigratedFile file = migration.files().get(0);
            List<Setting> before = settings(
                    file.before().document(),
                    MigrationTarget.of(Upgrade.versionOf(file.before().document())));
            List<Setting> kept = settings(file.before().document(), target);
            List<Setting> after = settings(file.document(), target);
            for (Setting setting : kept) {
                boolean there = after.stream().anyMatch(other -> same(setting, other));
                assertThat(there
                                || isNoticed(migration, setting)
                                || setting.value().equals(TomlTable.EMPTY))
                        .as("%s: %s", name(migration), setting)
                        .isTrue();
            }
            for (Setting setting : before) {
                boolean stays = kept.stream().anyMatch(other -> other.written().equals(setting.written()));
                assertThat(stays || isNoticed(migration, setting))
                        .as("%s: %s", name(migration), setting)
                        .isTrue();
            }
        }
    }

    private static List<Migration> changes(MigrationTarget target) throws IOException {
        return migrations(target).stream().filter(Migration::changed).toList();
    }

    private static boolean isNoticed(Migration migration, Setting setting) {
        return migration.notices().stream().anyMatch(notice -> setting.written().equals(Optional.of(notice.key())));
    }

    private static boolean same(Setting one, Setting other) {
        return one.name().equals(other.name()) && one.value().equals(other.value());
    }

    private static List<Setting> settings(TomlDocument document, MigrationTarget target) {
        return Upgrade.settings(new ConfigText("f", document), target);
    }

    private static String name(Migration migration) {
        return migration.files().get(0).before().name();
    }

    private static List<Migration> migrations(MigrationTarget target) throws IOException {
        List<Migration> migrations = new ArrayList<>();
        for (String folder : FOLDERS) {
            try (Stream<Path> all = Files.walk(Shared.require(folder))) {
                for (Path file : all.filter(MigrationOfRecordsTest::isInput)
                        .sorted(Comparator.naturalOrder())
                        .toList()) {
                    migrate(file, target).ifPresent(migrations::add);
                }
            }
        }
        assertThat(migrations).hasSizeGreaterThan(300);
        return migrations;
    }

    private static boolean isInput(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".toml") && !name.startsWith("output-") && !name.startsWith("pure-");
    }

    private static Optional<Migration> migrate(Path file, MigrationTarget target) throws IOException {
        TomlDocument document;
        try {
            document = TomlDocument.parse(Files.readAllBytes(file));
            Upgrade.versionOf(document);
        } catch (TomlSyntaxException | EditConflictException e) {
            return Optional.empty();
        }
        return Optional.of(Migrator.to(target).migrate(file.toString(), document));
    }
}
