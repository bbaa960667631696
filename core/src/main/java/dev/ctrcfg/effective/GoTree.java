// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.Map;
import java.util.TreeMap;

/** How go-toml 1.9 prints tables within a message: as TOML again, with sorted keys. */
final class GoTree {

    private GoTree() {}

    static String print(TomlValue value) {
        StringBuilder out = new StringBuilder();
        if (value instanceof TomlArray tables) {
            out.append('[');
            for (TomlValue table : tables.items()) {
                append(out, (TomlTable) table, "");
            }
            return out.append(']').toString();
        }
        append(out, (TomlTable) value, "");
        return out.toString();
    }

    private static void append(StringBuilder out, TomlTable table, String path) {
        Map<String, TomlValue> sorted = new TreeMap<>(table.entries());
        for (Map.Entry<String, TomlValue> entry : sorted.entrySet()) {
            if (!(entry.getValue() instanceof TomlTable)) {
                out.append(entry.getKey()).append(" = ");
                out.append(entry.getValue().toToml()).append('\n');
            }
        }
        for (Map.Entry<String, TomlValue> entry : sorted.entrySet()) {
            if (entry.getValue() instanceof TomlTable inner) {
                String name = path + entry.getKey();
                out.append("\n[").append(name).append("]\n");
                append(out, inner, name + ".");
            }
        }
    }
}
