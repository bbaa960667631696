// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.Optional;

/** Sets the entries of a table one by one, and leaves everything else. */
final class Merge {

    private final TomlEditor editor;

    Merge(TomlEditor editor) {
        this.editor = editor;
    }

    void merge(Key key, TomlTable values) {
        values.entries().forEach((name, value) -> entry(key.child(name), value));
        if (!key.isRoot() && values.isEmpty()) {
            editor.ensureTable(key);
        }
    }

    private void entry(Key key, TomlValue value) {
        if (!(value instanceof TomlTable table)) {
            editor.set(key, value);
            return;
        }
        Optional<TomlValue> there = editor.find(key);
        if (there.isEmpty()) {
            editor.set(key, table);
        } else if (there.get() instanceof TomlTable) {
            merge(key, table);
        } else {
            String what = there.get() instanceof TomlArray ? "an array" : "a value";
            throw new EditConflictException(
                    key, editor.spanOf(key), "cannot merge a table into " + key + ": it is " + what);
        }
    }
}
