// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.Remark;
import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.KeyHistory;
import dev.ctrcfg.release.KeySchema;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.release.SchemaKey;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A setting that some release has at a place.
 *
 * @param setting the setting in the last release that has it
 * @param history the releases that have it
 */
record Known(SchemaKey setting, KeyHistory history) {

    /** The same few keys come again and again when many files are looked at. */
    private static final ConcurrentMap<VersionedKey, Optional<Known>> FOUND = new ConcurrentHashMap<>();

    private static final int MAX_FOUND = 5000;

    /** The setting of a key of a file of some version, in the last release that has it. */
    static Optional<Known> find(ConfigVersion version, Key key) {
        VersionedKey asked = new VersionedKey(version, key);
        Optional<Known> known = FOUND.get(asked);
        if (known == null) {
            known = search(version, key);
            if (FOUND.size() < MAX_FOUND) {
                FOUND.put(asked, known);
            }
        }
        return known;
    }

    private static Optional<Known> search(ConfigVersion version, Key key) {
        ReleaseLine[] lines = ReleaseLine.values();
        for (int i = lines.length - 1; i >= 0; i--) {
            Optional<SchemaKey> setting = KeySchema.of(lines[i].newest()).find(version, key);
            if (setting.isPresent()) {
                return history(setting.get()).map(history -> new Known(setting.get(), history));
            }
        }
        return Optional.empty();
    }

    private static Optional<KeyHistory> history(SchemaKey setting) {
        return KeySchema.history(setting.section(), setting.path());
    }

    /** Whether a value is the one that the setting has by default, so that nothing is lost with it. */
    boolean isDefault(TomlValue value) {
        return setting.defaultValue().map(value::equals).orElse(false) || isZero(value);
    }

    /** Whether a remark is about a setting that has the value which it has by default anyway. */
    static boolean isAsByDefault(Subject subject, Remark remark) {
        Optional<TomlValue> value = remark.key().flatMap(subject.file()::value);
        Optional<Known> known = remark.key().flatMap(key -> find(subject.version(), key));
        return value.isPresent() && (known.isPresent() ? known.get().isDefault(value.get()) : isZero(value.get()));
    }

    static boolean isZero(TomlValue value) {
        if (value instanceof TomlTable table) {
            return table.entries().values().stream().allMatch(Known::isZero);
        }
        return value instanceof TomlArray array
                ? array.items().isEmpty()
                : value.equals(TomlValue.of("")) || value.equals(TomlValue.of(0)) || value.equals(TomlValue.of(false));
    }
}
