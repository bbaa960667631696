// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The order in which go-toml 2 writes a map: values by name, then tables and arrays of tables by name. */
final class Marshalled {

    private Marshalled() {}

    static List<String> sort(Branch table) {
        List<String> values = new ArrayList<>();
        List<String> tables = new ArrayList<>();
        for (Map.Entry<String, Node> entry : table.entries().entrySet()) {
            Node node = entry.getValue();
            boolean inner = node instanceof Branch || isTables(node.value());
            (inner ? tables : values).add(entry.getKey());
        }
        Collections.sort(values);
        Collections.sort(tables);
        values.addAll(tables);
        return Collections.unmodifiableList(values);
    }

    static boolean isTables(TomlValue value) {
        if (!(value instanceof TomlArray array) || array.size() == 0) {
            return false;
        }
        for (TomlValue item : array.items()) {
            if (!(item instanceof TomlTable)) {
                return false;
            }
        }
        return true;
    }
}
