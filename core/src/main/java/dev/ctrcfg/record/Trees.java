// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.record;

import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Questions about the meanings of documents. */
final class Trees {

    private Trees() {}

    /** A table with another value at a key of names, or without the one there. */
    static TomlTable with(TomlTable table, Key key, Optional<TomlValue> value) {
        String name = key.name(0);
        if (key.size() == 1) {
            return value.isPresent() ? table.with(name, value.get()) : table.without(name);
        }
        TomlTable below = tableOf(table.entries().get(name));
        return table.with(name, with(below, key.tail(1), value));
    }

    /** Whether a table holds nothing but tables that hold nothing. */
    static boolean isHollow(TomlTable table) {
        for (TomlValue value : table.entries().values()) {
            if (!(value instanceof TomlTable inner) || !isHollow(inner)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether every value of a document is the one that it had or the one that it should have, whatever tables hold
     * nothing.
     */
    static boolean isBetween(TomlTable document, TomlTable had, TomlTable should) {
        Set<String> names = new LinkedHashSet<>(document.entries().keySet());
        names.addAll(had.entries().keySet());
        names.addAll(should.entries().keySet());
        for (String name : names) {
            if (!isBetween(
                    document.entries().get(name),
                    had.entries().get(name),
                    should.entries().get(name))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBetween(@Nullable TomlValue value, @Nullable TomlValue had, @Nullable TomlValue should) {
        if (isTable(value) && isTable(had) && isTable(should)) {
            return isBetween(tableOf(value), tableOf(had), tableOf(should));
        }
        return Objects.equals(value, had) || Objects.equals(value, should);
    }

    private static boolean isTable(@Nullable TomlValue value) {
        return value == null || value instanceof TomlTable;
    }

    private static TomlTable tableOf(@Nullable TomlValue value) {
        return value instanceof TomlTable table ? table : TomlTable.EMPTY;
    }
}
