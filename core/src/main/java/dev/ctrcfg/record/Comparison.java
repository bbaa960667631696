// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.record;

import dev.ctrcfg.diff.Change;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What differs between the meanings of two documents. */
final class Comparison {

    private final List<Change> changes = new ArrayList<>();
    private final Set<Key> made = new LinkedHashSet<>();

    Comparison(TomlTable before, TomlTable after) {
        compare(Key.ROOT, before, after);
    }

    List<Change> changes() {
        return changes;
    }

    /** The tables that are in the second document and not in the first, each behind the one that holds it. */
    Set<Key> made() {
        return made;
    }

    private void compare(Key key, TomlTable before, TomlTable after) {
        for (Map.Entry<String, TomlValue> entry : before.entries().entrySet()) {
            value(key.child(entry.getKey()), entry.getValue(), after.entries().get(entry.getKey()));
        }
        for (Map.Entry<String, TomlValue> entry : after.entries().entrySet()) {
            if (!before.entries().containsKey(entry.getKey())) {
                value(key.child(entry.getKey()), null, entry.getValue());
            }
        }
    }

    private void value(Key key, @Nullable TomlValue before, @Nullable TomlValue after) {
        if (after instanceof TomlTable && !(before instanceof TomlTable)) {
            made.add(key);
        }
        if (isTable(before) && isTable(after) && !(isEmpty(before) && isEmpty(after))) {
            compare(key, tableOf(before), tableOf(after));
        } else if (before == null || !before.equals(after)) {
            changes.add(Changes.of(key, before, after));
        }
    }

    /** What is absent is a table as far as the keys below it are concerned. */
    private static boolean isTable(@Nullable TomlValue value) {
        return value == null || value instanceof TomlTable;
    }

    private static boolean isEmpty(@Nullable TomlValue value) {
        return tableOf(value).isEmpty();
    }

    private static TomlTable tableOf(@Nullable TomlValue value) {
        return value instanceof TomlTable table ? table : TomlTable.EMPTY;
    }
}
