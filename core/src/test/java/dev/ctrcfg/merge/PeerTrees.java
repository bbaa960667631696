// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares what a case expects with what came out, value by value. */
final class PeerTrees {

    private PeerTrees() {}

    /** {@return a line with a minus for each value that is missing, and with a plus for each that is too much} */
    static List<String> differences(TomlTable expected, TomlTable result) {
        List<String> differences = new ArrayList<>();
        Map<Key, TomlValue> wanted = leaves(expected);
        Map<Key, TomlValue> there = leaves(result);
        wanted.forEach((key, value) -> {
            if (!value.equals(there.get(key))) {
                differences.add("- " + key + " = " + value);
            }
        });
        there.forEach((key, value) -> {
            if (!value.equals(wanted.get(key))) {
                differences.add("+ " + key + " = " + value);
            }
        });
        return differences;
    }

    /** {@return the differences, those too much left out if the case names only some of what must be there} */
    static List<String> differences(PeerCase peer, TomlTable expected, TomlTable result) {
        List<String> differences = differences(expected, result);
        if (peer.compare().equals("subset")) {
            differences.removeIf(PeerTrees::isTooMuch);
        }
        return differences;
    }

    static boolean isTooMuch(String difference) {
        return difference.startsWith("+ ");
    }

    static TomlTable parse(String text) {
        return TomlDocument.parse(text).root();
    }

    /** {@return each value that is no table, and each table that holds nothing} */
    static Map<Key, TomlValue> leaves(TomlTable root) {
        Map<Key, TomlValue> leaves = new LinkedHashMap<>();
        collect(Key.ROOT, root, leaves);
        return leaves;
    }

    private static void collect(Key key, TomlTable table, Map<Key, TomlValue> leaves) {
        table.entries().forEach((name, value) -> {
            if (value instanceof TomlTable inner && !inner.isEmpty()) {
                collect(key.child(name), inner, leaves);
            } else {
                leaves.put(key.child(name), value);
            }
        });
    }
}
