// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.migrate.ConfigText;
import dev.ctrcfg.migrate.Migration;
import dev.ctrcfg.migrate.MigrationTarget;
import dev.ctrcfg.migrate.Migrator;
import dev.ctrcfg.migrate.Setting;
import dev.ctrcfg.migrate.Upgrade;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.testing.Shared;
import dev.ctrcfg.toml.Entry;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlBoolean;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlEditor;
import dev.ctrcfg.toml.TomlInteger;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What containerd 1.7 sees in a file, containerd 2.1 sees in its migration. */
class MigrateIT {

    private static final MigrationTarget TARGET =
            MigrationTarget.of(ContainerdRelease.parse(Containerd.V2_1.release()));
    private static final int GENERATED = 40;
    private static final long SEED = 17L;

    @TempDir
    Path folder;

    @Test
    void theCasesMeanTheSame() throws Exception {
        int compared = 0;
        for (Path file : inputs(Shared.testdata("migrate"))) {
            compared += compare(Files.readString(file), file.toString());
        }
        assertThat(compared).isPositive();
    }

    @Test
    void theRecordedInputsMeanTheSame() throws Exception {
        int compared = 0;
        for (Path file : inputs(Shared.require("containerd/migrate"))) {
            compared += compare(Files.readString(file), file.toString());
        }
        assertThat(compared).isGreaterThan(100);
    }

    @Test
    void generatedFilesMeanTheSame() throws Exception {
        Containerd.V1_7.requireInstalled();
        List<Entry> entries = TomlDocument.parse(Files.readString(Containerd.V1_7.defaultConfig())).entries().stream()
                .filter(entry ->
                        entry.key().size() > 1 && entry.key().toString().indexOf('[') < 0)
                .toList();
        Random random = new Random(SEED);
        int compared = 0;
        for (int i = 0; i < GENERATED; i++) {
            TomlEditor editor = TomlDocument.parse("version = 2\n").edit();
            for (int j = 0; j < 12; j++) {
                Entry entry = entries.get(random.nextInt(entries.size()));
                editor.set(entry.key(), varied(entry, random));
            }
            compared += compare(editor.document().text(), "generated " + i + " from " + SEED);
        }
        assertThat(compared).isGreaterThan(200);
    }

    private static TomlValue varied(Entry entry, Random random) {
        if (entry.value() instanceof TomlBoolean flag) {
            return TomlValue.of(!flag.value());
        }
        if (entry.value() instanceof TomlInteger number) {
            return TomlValue.of(number.value() + random.nextInt(5));
        }
        boolean path = entry.value().type() == TomlValue.Type.STRING
                && entry.key().last().equals(new Key.Name("snapshotter"));
        return path ? TomlValue.of("native") : entry.value();
    }

    private static List<Path> inputs(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(path -> path.endsWith("input.toml")).sorted().toList();
        }
    }

    /** Compares what both releases see, and says how many values that were. */
    private int compare(String text, String name) throws Exception {
        Path before = Files.writeString(folder.resolve("before.toml"), text);
        Programs.Result seen = dump(Containerd.V1_7, before);
        TomlDocument document = TomlDocument.parse(text);
        if (seen.exitCode() != 0 || !document.root().get("version").equals(Optional.of(TomlValue.of(2)))) {
            return 0;
        }
        Migration migration = Migrator.to(TARGET).migrate(name, document);
        Path after = Files.writeString(
                folder.resolve("after.toml"),
                migration.files().get(0).document().text());
        Programs.Result migrated = dump(Containerd.V2_1, after);
        assertThat(migrated.exitCode()).as("%s%n%s", name, migrated.err()).isZero();
        return compare(migration, settings(seen.out()), settings(migrated.out()));
    }

    private static Programs.Result dump(Containerd containerd, Path file) throws Exception {
        containerd.requireInstalled();
        return Programs.execute(
                containerd.program("containerd").toString(), "--config", file.toString(), "config", "dump");
    }

    private static int compare(Migration migration, Map<Key, TomlValue> seen, Map<Key, TomlValue> migrated) {
        Set<Key> noticed = new HashSet<>();
        migration.notices().forEach(notice -> noticed.add(notice.key()));
        ConfigText text = migration.files().get(0).before();
        int compared = 0;
        for (Setting setting : Upgrade.settings(text, TARGET)) {
            // A dump of 1.7 lists the files that were loaded there.
            boolean told = setting.name().equals(Key.of("imports"))
                    || setting.written().isEmpty()
                    || noticed.contains(setting.written().get());
            if (!told && seen.containsKey(setting.name()) && !setting.value().equals(TomlTable.EMPTY)) {
                TomlValue expected = seen.get(setting.name());
                TomlValue actual = migrated.get(setting.name());
                assertThat(actual != null && covers(actual, expected))
                        .as("%s: %s is %s, not %s", text.name(), setting.name(), actual, expected)
                        .isTrue();
                compared++;
            }
        }
        return compared;
    }

    /** Whether a value is another one, but for settings that only the newer release has in elements of arrays. */
    private static boolean covers(TomlValue actual, TomlValue expected) {
        if (actual instanceof TomlTable more && expected instanceof TomlTable less) {
            return less.entries().entrySet().stream()
                    .allMatch(entry -> entry.getValue().equals(more.entries().get(entry.getKey())));
        }
        if (actual instanceof TomlArray some && expected instanceof TomlArray others && some.size() == others.size()) {
            return IntStream.range(0, some.size())
                    .allMatch(i -> covers(some.items().get(i), others.items().get(i)));
        }
        return actual.equals(expected);
    }

    private static Map<Key, TomlValue> settings(String dump) {
        Map<Key, TomlValue> settings = new HashMap<>();
        for (Setting setting : Upgrade.settings(new ConfigText("dump", TomlDocument.parse(dump)), TARGET)) {
            settings.put(setting.name(), setting.value());
        }
        return settings;
    }
}
