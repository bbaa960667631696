// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a document means while patches are applied to it: tables that are changed in place. */
final class Tree {

    /** Values are of type {@link TomlValue}, or {@link Tree} below what was changed. */
    private final Map<String, Object> entries;

    Tree(TomlTable table) {
        this.entries = new LinkedHashMap<>(table.entries());
    }

    /** The value at a key, or null. */
    @Nullable
    TomlValue get(Key key) {
        Object at = this;
        for (int i = 0; i < key.size(); i++) {
            at = step(at, key.part(i));
            if (at == null) {
                return null;
            }
        }
        return frozen(at);
    }

    boolean has(Key key) {
        return get(key) != null;
    }

    private static @Nullable Object step(Object at, Key.Part part) {
        if (part instanceof Key.Name name) {
            if (at instanceof Tree tree) {
                return tree.entries.get(name.text());
            }
            return at instanceof TomlTable table ? table.entries().get(name.text()) : null;
        }
        int index = ((Key.Index) part).value();
        return at instanceof TomlArray array && index < array.size()
                ? array.items().get(index)
                : null;
    }

    private static TomlValue frozen(Object value) {
        return value instanceof Tree tree ? tree.table() : (TomlValue) value;
    }

    TomlTable table() {
        Map<String, TomlValue> values = new LinkedHashMap<>();
        for (Map.Entry<String, Object> entry : entries.entrySet()) {
            values.put(entry.getKey(), frozen(entry.getValue()));
        }
        return new TomlTable(values);
    }

    /**
     * Puts a value at a key, and makes the tables above it; there is no obstacle.
     *
     * @param key a key whose first part is a name
     */
    void put(Key key, TomlValue value) {
        Tree tree = this;
        for (int i = 0; i < key.size() - 1; i++) {
            if (key.part(i + 1) instanceof Key.Index) {
                tree.entries.put(key.name(i), within(tree.entries.get(key.name(i)), key.tail(i + 1), value));
                return;
            }
            tree = tree.below(key.name(i));
        }
        tree.entries.put(key.name(key.size() - 1), value);
    }

    private Tree below(String name) {
        Object there = entries.get(name);
        if (there instanceof Tree tree) {
            return tree;
        }
        Tree tree = new Tree(there instanceof TomlTable table ? table : TomlTable.EMPTY);
        entries.put(name, tree);
        return tree;
    }

    /** An array with another value at a key inside it. */
    private static TomlValue within(@Nullable Object outer, Key key, @Nullable TomlValue value) {
        List<TomlValue> items = new ArrayList<>(((TomlArray) java.util.Objects.requireNonNull(outer)).items());
        int index = ((Key.Index) key.part(0)).value();
        if (key.size() == 1) {
            replace(items, index, value);
        } else if (key.part(1) instanceof Key.Index) {
            items.set(index, within(items.get(index), key.tail(1), value));
        } else {
            items.set(index, inside((TomlTable) items.get(index), key.tail(1), value));
        }
        return new TomlArray(items);
    }

    private static void replace(List<TomlValue> items, int index, @Nullable TomlValue value) {
        if (value == null) {
            items.remove(index);
        } else {
            items.set(index, value);
        }
    }

    private static TomlTable inside(TomlTable table, Key key, @Nullable TomlValue value) {
        Tree tree = new Tree(table);
        if (value == null) {
            tree.remove(key);
        } else {
            tree.put(key, value);
        }
        return tree.table();
    }

    /** Removes what is at a key; nothing happens if nothing is. */
    void remove(Key key) {
        if (get(key) == null) {
            return;
        }
        Tree tree = this;
        for (int i = 0; i < key.size() - 1; i++) {
            if (key.part(i + 1) instanceof Key.Index) {
                tree.entries.put(key.name(i), within(tree.entries.get(key.name(i)), key.tail(i + 1), null));
                return;
            }
            tree = tree.below(key.name(i));
        }
        tree.entries.remove(key.name(key.size() - 1));
    }

    /** The first key on the way to another, or that itself, that holds something else than a table; or null. */
    @Nullable
    Key obstacle(Key key) {
        Object at = this;
        for (int i = 0; i < key.size() && at != null; i++) {
            boolean passes = key.part(i) instanceof Key.Index
                    ? at instanceof TomlArray
                    : at instanceof Tree || at instanceof TomlTable;
            if (!passes) {
                return key.head(i);
            }
            at = step(at, key.part(i));
        }
        return null;
    }
}
