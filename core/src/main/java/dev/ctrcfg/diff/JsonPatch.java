// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.diff;

import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Operations of RFC 6902 that make one tree of another; arrays are replaced as a whole. */
final class JsonPatch {

    private final List<TomlValue> operations = new ArrayList<>();

    private JsonPatch() {}

    static TomlArray between(TomlTable before, TomlTable after) {
        JsonPatch patch = new JsonPatch();
        patch.compare("", before, after);
        return new TomlArray(patch.operations);
    }

    private void compare(String path, TomlTable before, TomlTable after) {
        for (Map.Entry<String, TomlValue> entry : before.entries().entrySet()) {
            String below = path + "/" + escaped(entry.getKey());
            TomlValue now = after.entries().get(entry.getKey());
            if (now == null) {
                operations.add(operation("remove", below).build());
            } else if (entry.getValue() instanceof TomlTable old && now instanceof TomlTable table) {
                compare(below, old, table);
            } else if (!now.equals(entry.getValue())) {
                operations.add(operation("replace", below).put("value", now).build());
            }
        }
        for (Map.Entry<String, TomlValue> entry : after.entries().entrySet()) {
            if (before.get(entry.getKey()).isEmpty()) {
                String below = path + "/" + escaped(entry.getKey());
                operations.add(
                        operation("add", below).put("value", entry.getValue()).build());
            }
        }
    }

    private static TomlTable.Builder operation(String op, String path) {
        return TomlTable.builder().put("op", op).put("path", path);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
