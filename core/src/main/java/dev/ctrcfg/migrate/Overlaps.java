// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.migrate;

import dev.ctrcfg.model.SettingNames;
import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlTable;
import java.util.ArrayList;
import java.util.List;

/**
 * What an imported file does to the one that imports it: until containerd 1.7 its table of a plugin takes the place of
 * the other one as a whole, since 2.0 the two are merged.
 */
final class Overlaps {

    private Overlaps() {}

    static List<Notice> notices(ConfigText file, List<ConfigText> files, MigrationTarget target) {
        List<Notice> notices = new ArrayList<>();
        if (!target.version().isAtLeast(ConfigVersion.V3) || !files.stream().allMatch(Overlaps::isOld)) {
            return notices;
        }
        for (Key table : plugins(file)) {
            for (ConfigText other : files.subList(files.indexOf(file) + 1, files.size())) {
                if (names(other).contains(name(file, table))) {
                    String message = "counts besides that of " + other.name()
                            + " now; containerd 1.x puts that in its place as a whole";
                    notices.add(Places.notice(file, table, Notice.Kind.CHANGED, message));
                    break;
                }
            }
        }
        return notices;
    }

    private static boolean isOld(ConfigText file) {
        return !Upgrade.versionOf(file.document()).isAtLeast(ConfigVersion.V3);
    }

    private static Key name(ConfigText file, Key table) {
        return SettingNames.of(Upgrade.versionOf(file.document())).name(table);
    }

    private static List<Key> names(ConfigText file) {
        return plugins(file).stream().map(table -> name(file, table)).toList();
    }

    private static List<Key> plugins(ConfigText file) {
        List<Key> tables = new ArrayList<>();
        if (file.document().root().get("plugins").orElse(null) instanceof TomlTable plugins) {
            plugins.entries().keySet().forEach(name -> tables.add(Key.of("plugins", name)));
        }
        return tables;
    }
}
