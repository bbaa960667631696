// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.diff;

import dev.ctrcfg.migrate.ConfigText;
import dev.ctrcfg.migrate.MigrationTarget;
import dev.ctrcfg.migrate.Setting;
import dev.ctrcfg.migrate.Upgrade;
import dev.ctrcfg.model.CriLayout;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings by name, with where they are written. */
record Configuration(Map<Key, Setting> settings, Places places) {

    /** Where the values of keys are. */
    interface Places {
        Optional<Change.Place> of(Key written);
    }

    static Configuration of(ConfigText text, MigrationTarget target) {
        TomlDocument document = text.document();
        return of(
                Upgrade.settings(text, target),
                key -> document.keySpanOf(key)
                        .map(span -> new Change.Place(text.name(), document.position(span.start()), key)));
    }

    static Configuration of(List<Setting> all, Places places) {
        Map<Key, Setting> settings = new LinkedHashMap<>();
        for (Setting setting : all) {
            if (!setting.value().equals(TomlTable.EMPTY) || isRuntime(setting.name())) {
                settings.put(setting.name(), setting);
            }
        }
        return new Configuration(settings, places);
    }

    /** An empty table means nothing, but that there is a runtime of the name. */
    private static boolean isRuntime(Key name) {
        Key runtimes = CriLayout.SPLIT.runtimes();
        return name.startsWith(runtimes) && name.size() <= runtimes.size() + 1;
    }

    /** Whether there is a setting of a name, or below it. */
    boolean has(Key name) {
        if (settings.containsKey(name)) {
            return true;
        }
        for (Key other : settings.keySet()) {
            if (other.startsWith(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is anything about the runtime or registry that a setting belongs to. */
    boolean hasSubjectOf(Key name) {
        Topic topic = Topic.of(name);
        String subject = Topic.subject(name);
        if (subject.isEmpty()) {
            return true;
        }
        for (Key other : settings.keySet()) {
            if (Topic.of(other) == topic && Topic.subject(other).equals(subject)) {
                return true;
            }
        }
        return false;
    }

    Change.Side side(Setting setting) {
        return new Change.Side(setting.value(), place(setting));
    }

    /** Where a setting is written, or what implies it. */
    Optional<Change.Place> place(Setting setting) {
        return setting.source().flatMap(places::of);
    }
}
