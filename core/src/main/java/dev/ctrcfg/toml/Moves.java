// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where keys go all at once; a key that is not named goes with the nearest table above that is. */
final class Moves {

    private final Map<Key, Key> targets;

    Moves(Map<Key, Key> targets) {
        this.targets = new LinkedHashMap<>(targets);
    }

    Map<Key, Key> targets() {
        return targets;
    }

    Key target(Key key) {
        for (int size = key.size(); size > 0; size--) {
            Key to = targets.get(key.head(size));
            if (to != null) {
                return to.resolve(key.tail(size));
            }
        }
        return key;
    }

    /** The values that are not tables, and the empty tables, by their keys after the moves. */
    Map<Key, TomlValue> leavesAfter(TomlTable root) {
        Map<Key, TomlValue> leaves = new LinkedHashMap<>();
        collect(Key.ROOT, root, leaves);
        return leaves;
    }

    private void collect(Key key, TomlValue value, Map<Key, TomlValue> leaves) {
        if (value instanceof TomlTable table && !table.isEmpty()) {
            table.entries().forEach((name, child) -> collect(key.child(name), child, leaves));
        } else if (!key.isRoot()) {
            TomlValue other = leaves.putIfAbsent(target(key), value);
            if (other != null && !(other.equals(TomlTable.EMPTY) && value.equals(TomlTable.EMPTY))) {
                throw new EditConflictException(
                        key, Optional.empty(), "cannot move " + key + " to " + target(key) + ": that exists");
            }
        }
    }

    /** Whether a table has all of these leaves, and no others but for empty tables. */
    static boolean holds(TomlTable root, Map<Key, TomlValue> leaves) {
        for (Map.Entry<Key, TomlValue> leaf : leaves.entrySet()) {
            TomlValue there = root.find(leaf.getKey()).orElse(null);
            boolean table = leaf.getValue() instanceof TomlTable;
            if (table ? !(there instanceof TomlTable) : !leaf.getValue().equals(there)) {
                return false;
            }
        }
        for (Map.Entry<Key, TomlValue> leaf :
                new Moves(Map.of()).leavesAfter(root).entrySet()) {
            if (!(leaf.getValue() instanceof TomlTable) && !leaves.containsKey(leaf.getKey())) {
                return false;
            }
        }
        return true;
    }
}
