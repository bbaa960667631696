// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.diff;

import dev.ctrcfg.migrate.Setting;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Two configurations side by side. */
record Comparison(Configuration before, Configuration after) {

    /** {@return the changes, by topic, and within a topic in the order of the files} */
    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        for (Setting old : before.settings().values()) {
            compare(old, changes);
        }
        for (Setting setting : after.settings().values()) {
            if (!before.settings().containsKey(setting.name()) && !isSaid(setting, before)) {
                changes.add(
                        new Change.Added(setting.name(), after.side(setting), !before.hasSubjectOf(setting.name())));
            }
        }
        changes.sort(new ByTopic());
        return changes;
    }

    /** A class of its own: comparators that the JDK combines are linked at the first call, which costs milliseconds. */
    private static final class ByTopic implements Comparator<Change> {

        @Override
        public int compare(Change a, Change b) {
            int order = Topic.of(a.key()).compareTo(Topic.of(b.key()));
            return order != 0 ? order : Topic.subject(a).compareTo(Topic.subject(b));
        }
    }

    private void compare(Setting old, List<Change> changes) {
        Key name = old.name();
        Setting now = after.settings().get(name);
        if (now == null) {
            if (!isSaid(old, after)) {
                changes.add(new Change.Removed(name, before.side(old), !after.hasSubjectOf(name)));
            }
        } else if (!old.value().equals(now.value())) {
            changes.add(new Change.Replaced(name, before.side(old), after.side(now)));
        }
    }

    /** Whether an empty table says no more than what is in the other one's. */
    private static boolean isSaid(Setting setting, Configuration other) {
        return setting.value().equals(TomlTable.EMPTY) && other.has(setting.name());
    }
}
