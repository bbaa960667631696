// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlBoolean;
import dev.ctrcfg.toml.TomlInteger;
import dev.ctrcfg.toml.TomlString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads settings of a decoded table, whose types are known to be right; what is not there has Go's zero value. */
final class Settings {

    private final Branch table;

    Settings(Branch table) {
        this.table = table;
    }

    /** What is at a path, or null. */
    @Nullable
    Node find(String... path) {
        Node at = table;
        for (String name : path) {
            at = at instanceof Branch branch ? branch.get(name) : null;
        }
        return at;
    }

    String text(String... path) {
        Node node = find(path);
        return node != null && node.value() instanceof TomlString text ? text.value() : "";
    }

    boolean flag(String... path) {
        Node node = find(path);
        return node != null && node.value() instanceof TomlBoolean flag && flag.value();
    }

    long number(String... path) {
        Node node = find(path);
        return node != null && node.value() instanceof TomlInteger number ? number.value() : 0;
    }

    boolean isEmpty(String... path) {
        Node node = find(path);
        return node == null || node instanceof Branch branch && branch.isEmpty();
    }

    boolean hasItems(String... path) {
        Node node = find(path);
        return node != null && node.value() instanceof TomlArray array && array.size() > 0;
    }

    boolean equal(List<String> strings, String... path) {
        return LoadedFile.strings(find(path)).equals(strings);
    }

    Branch table(String... path) {
        return find(path) instanceof Branch branch ? branch : new Branch(null);
    }

    /** The settings of the table of a name in a map. */
    static Settings of(Branch map, String name) {
        Branch entry = map.table(name);
        return new Settings(entry == null ? new Branch(null) : entry);
    }

    @Nullable
    Written written(String... path) {
        Node node = find(path);
        return node == null ? null : node.written();
    }
}
