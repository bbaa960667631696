// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes to values, which make other values. */
final class Values {

    private Values() {}

    /** A value with another one at a key below it, or without the one there. */
    static TomlValue with(TomlValue root, Key key, Optional<TomlValue> value) {
        if (key.isRoot()) {
            return value.orElseThrow();
        }
        Key.Part part = key.part(0);
        Key rest = key.tail(1);
        if (part instanceof Key.Name name) {
            return tableWith(root instanceof TomlTable table ? table : TomlTable.EMPTY, name.text(), rest, value);
        }
        return arrayWith((TomlArray) root, ((Key.Index) part).value(), rest, value);
    }

    private static TomlValue tableWith(TomlTable table, String name, Key rest, Optional<TomlValue> value) {
        Map<String, TomlValue> entries = new LinkedHashMap<>(table.entries());
        if (rest.isRoot() && value.isEmpty()) {
            entries.remove(name);
        } else {
            TomlValue old = entries.get(name);
            entries.put(name, with(old == null ? TomlTable.EMPTY : old, rest, value));
        }
        return new TomlTable(entries);
    }

    private static TomlValue arrayWith(TomlArray array, int index, Key rest, Optional<TomlValue> value) {
        List<TomlValue> items = new ArrayList<>(array.items());
        if (rest.isRoot() && value.isEmpty()) {
            items.remove(index);
        } else {
            items.set(index, with(items.get(index), rest, value));
        }
        return new TomlArray(items);
    }

    /** An array with one more element at a place. */
    static TomlArray inserted(TomlArray array, int index, TomlValue value) {
        List<TomlValue> items = new ArrayList<>(array.items());
        items.add(index, value);
        return new TomlArray(items);
    }
}
