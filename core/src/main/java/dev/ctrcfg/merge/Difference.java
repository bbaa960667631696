// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import dev.ctrcfg.diff.Change;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlEditor;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Edits a document until it means what a draft of it says. */
final class Difference {

    /** Comes first, as it does in files. */
    private static final Key VERSION = Key.of("version");

    private final Draft draft;
    private final TomlEditor editor;
    private final List<Change> changes = new ArrayList<>();
    private final Set<Key> settled = new HashSet<>();

    Difference(Draft draft, TomlEditor editor) {
        this.draft = draft;
        this.editor = editor;
    }

    List<Change> settle() {
        settle(VERSION);
        editor.document(); // so that what follows finds a text whose habits it can follow
        for (Key key : draft.touched()) {
            settle(key);
        }
        return changes;
    }

    private void settle(Key key) {
        Key whole = outermost(key);
        if (settled.add(whole)) {
            compare(whole, before(whole), draft.get(whole));
        }
    }

    private @Nullable TomlValue before(Key key) {
        return draft.before().find(key).orElse(null);
    }

    /** The first key on the way to another that is not a table both before and after; what is in it differs with it. */
    private Key outermost(Key key) {
        for (int size = 1; size < key.size(); size++) {
            Key above = key.head(size);
            if (!(before(above) instanceof TomlTable) || !(draft.get(above) instanceof TomlTable)) {
                return above;
            }
        }
        return key;
    }

    private void compare(Key key, @Nullable TomlValue before, @Nullable TomlValue after) {
        if (before instanceof TomlTable old && after instanceof TomlTable table) {
            compareTables(key, old, table);
        } else if (after == null) {
            remove(key, before);
        } else if (before == null) {
            add(key, after);
        } else if (!before.equals(after)) {
            replace(key, before, after);
        }
    }

    private void compareTables(Key key, TomlTable before, TomlTable after) {
        for (Map.Entry<String, TomlValue> entry : before.entries().entrySet()) {
            if (!after.entries().containsKey(entry.getKey())) {
                remove(key.child(entry.getKey()), entry.getValue());
            }
        }
        for (Map.Entry<String, TomlValue> entry : after.entries().entrySet()) {
            compare(key.child(entry.getKey()), before.entries().get(entry.getKey()), entry.getValue());
        }
    }

    private void remove(Key key, @Nullable TomlValue before) {
        if (before != null) {
            editor.remove(key);
            changes.add(new Change.Removed(key, before));
        }
    }

    /** A table that holds something comes into being with its first key. */
    private void add(Key key, TomlValue value) {
        if (value instanceof TomlTable table && !table.isEmpty()) {
            for (Map.Entry<String, TomlValue> entry : table.entries().entrySet()) {
                add(key.child(entry.getKey()), entry.getValue());
            }
            return;
        }
        if (draft.isUncommented(key)) {
            editor.uncomment(key);
        }
        write(key, value);
        changes.add(new Change.Added(key, value));
    }

    private void write(Key key, TomlValue value) {
        if (value.equals(TomlTable.EMPTY)) {
            editor.ensureTable(key);
        } else {
            editor.set(key, value);
        }
    }

    private void replace(Key key, TomlValue before, TomlValue after) {
        if (Kinds.contradict(before, after)) {
            remove(key, before);
            add(key, after);
        } else {
            editor.set(key, after);
            changes.add(new Change.Replaced(key, before, after));
        }
    }
}
