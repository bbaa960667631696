// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.SharedNames;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table that can be changed. */
final class Branch extends Node {

    private final Map<String, Node> entries;
    private @Nullable List<String> order;

    Branch(@Nullable Written written) {
        this(written, new LinkedHashMap<>());
    }

    private Branch(@Nullable Written written, Map<String, Node> entries) {
        super(written);
        this.entries = entries;
    }

    /** A table as a file has it. */
    static Branch of(TomlTable table, Written written) {
        Branch branch = new Branch(written);
        for (Map.Entry<String, TomlValue> entry : table.entries().entrySet()) {
            String name = SharedNames.of(entry.getKey());
            Written place = written.child(name);
            TomlValue value = entry.getValue();
            branch.put(name, value instanceof TomlTable inner ? of(inner, place) : new Leaf(value, place));
        }
        return branch;
    }

    /** A table that no file has. */
    static Branch unwritten(TomlTable table) {
        Branch branch = new Branch(null);
        for (Map.Entry<String, TomlValue> entry : table.entries().entrySet()) {
            TomlValue value = entry.getValue();
            String name = SharedNames.of(entry.getKey());
            branch.put(name, value instanceof TomlTable inner ? unwritten(inner) : new Leaf(value, null));
        }
        return branch;
    }

    @Nullable
    Node get(String name) {
        return entries.get(name);
    }

    /** The table of a name, or null if there is none or something else. */
    @Nullable
    Branch table(String name) {
        return entries.get(name) instanceof Branch branch ? branch : null;
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    void put(String name, Node node) {
        entries.put(name, node);
        order = null;
    }

    @Nullable
    Node remove(String name) {
        order = null;
        return entries.remove(name);
    }

    /** The names as they are now; the table may be changed while going through them. */
    List<String> names() {
        return new ArrayList<>(entries.keySet());
    }

    /** The names in the order in which go-toml 2 writes a map. */
    List<String> marshalled() {
        List<String> known = order;
        if (known == null) {
            known = Marshalled.sort(this);
            order = known;
        }
        return known;
    }

    Map<String, Node> entries() {
        return entries;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    @Override
    TomlTable value() {
        Map<String, TomlValue> values = new LinkedHashMap<>();
        for (Map.Entry<String, Node> entry : entries.entrySet()) {
            values.put(entry.getKey(), entry.getValue().value());
        }
        return new TomlTable(values);
    }

    /** A table with the same entries, which may be replaced without changing this one. */
    @Override
    Branch at(@Nullable Written place) {
        Branch copy = new Branch(place, new LinkedHashMap<>(entries));
        copy.order = order;
        return copy;
    }

    Branch deepCopy() {
        Branch copy = new Branch(written());
        for (Map.Entry<String, Node> entry : entries.entrySet()) {
            Node node = entry.getValue();
            copy.entries.put(entry.getKey(), node instanceof Branch branch ? branch.deepCopy() : node);
        }
        copy.order = order;
        return copy;
    }
}
