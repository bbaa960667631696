// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.KeyDeprecation;
import dev.ctrcfg.release.KeySchema;
import dev.ctrcfg.release.KeyType;
import dev.ctrcfg.release.SchemaKey;
import dev.ctrcfg.release.SchemaLevel;
import dev.ctrcfg.release.SchemaSection;
import dev.ctrcfg.toml.Key;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The settings that a table holds in a release. */
final class TableSettings {

    private static final String ANY_NAME = "*";

    private TableSettings() {}

    /** {@return whether a setting is a table of settings, or of such tables, which have their own defaults} */
    static boolean isTable(SchemaKey setting) {
        KeyType type = setting.type();
        boolean ofTables = type.kind() == KeyType.Kind.MAP
                && type.element().filter(KeyType::isTable).isPresent();
        return type.kind() == KeyType.Kind.TABLE || ofTables || setting.path().equals(ConfigLayout.PLUGINS);
    }

    /** {@return the table of a plugin as a setting; empty if the release has no such plugin} */
    static Optional<SchemaKey> ofPlugin(KeySchema schema, ConfigVersion version, Key.Part name) {
        Optional<SchemaSection> section =
                name instanceof Key.Name known ? schema.plugin(version, known.text()) : Optional.empty();
        return section.map(found -> new SchemaKey(
                found.id(),
                "",
                new KeyType(KeyType.Kind.TABLE, Optional.empty()),
                Optional.empty(),
                KeyDeprecation.NONE));
    }

    /** {@return the keys of the settings in a table, from the table on; {@code *} stands for a name that the file chooses} */
    static Set<Key> of(ContainerdRelease release, SchemaKey table) {
        Set<Key> keys = new LinkedHashSet<>();
        level(release, table).ifPresent(level -> {
            Key prefix = level.anyName().isPresent() ? Key.of(ANY_NAME) : Key.ROOT;
            for (String name : level.anyName().orElse(level).names()) {
                keys.add(prefix.resolve(Key.of(name)));
            }
        });
        return isTable(table) ? keys : Set.of();
    }

    private static Optional<SchemaLevel> level(ContainerdRelease release, SchemaKey table) {
        Optional<SchemaLevel> level =
                KeySchema.of(release).section(table.section()).map(SchemaSection::root);
        for (String part : table.path().isEmpty() ? new String[0] : table.path().split("\\.", -1)) {
            level = level.flatMap(outer -> outer.child(part));
        }
        return level;
    }
}
