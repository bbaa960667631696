// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sets keys to values: inserts where nothing is, and turns what is there into the value with few edits. */
final class Assignment {

    private final TomlEditor editor;

    Assignment(TomlEditor editor) {
        this.editor = editor;
    }

    void set(Key key, TomlValue value) {
        if (value instanceof TomlTable table) {
            setTable(key, table);
        } else if (value instanceof TomlArray array) {
            setArray(key, array);
        } else {
            assign(key, ValueText.of(value));
        }
    }

    private void assign(Key key, ValueText value) {
        editor.perform(key, new Single(key, value));
    }

    /** A class of its own, as the first lambda of a process costs milliseconds. */
    private record Single(Key key, ValueText value) implements TomlEditor.Change {

        @Override
        public void draft(Draft draft) {
            assign(draft, key, value);
        }
    }

    /** Inserts a value, or replaces one that is not a table with a header. */
    static void assign(Draft draft, Key key, ValueText value) {
        Target target = Target.of(draft.syntax, key);
        if (!target.exists()) {
            new Insertion(draft).insert(target, value);
            return;
        }
        int kind = target.kind(draft.syntax);
        int node = target.place().node(draft.syntax);
        if (kind != Symbols.VALUE && kind != Symbols.INLINE || key.isRoot()) {
            String what = kind == Symbols.TABLES ? " is an array of tables" : " is a table";
            throw draft.conflict(key, node, "cannot set " + key + " to " + article(value.value()) + ":" + " it" + what);
        }
        boolean same = target.place().holds(draft.syntax, value.value());
        String literal = value.literal();
        boolean spelt =
                literal == null || literal.equals(draft.text.string(draft.tape.start(node), draft.tape.end(node)));
        if (same && spelt) {
            return;
        }
        if (kind == Symbols.INLINE && !(value.value() instanceof TomlTable)) {
            throw draft.conflict(key, node, "cannot set " + key + " to " + article(value.value()) + ": it is a table");
        }
        new Replacement(draft).replace(node, value);
        draft.expect(key, value.value());
    }

    private static String article(TomlValue value) {
        return (value.type() == TomlValue.Type.INTEGER || value.type() == TomlValue.Type.ARRAY ? "an " : "a ")
                + value.type();
    }

    private void setTable(Key key, TomlTable table) {
        if (!(editor.find(key).orElse(null) instanceof TomlTable old)) {
            assign(key, ValueText.of(table));
            return;
        }
        for (String name : old.entries().keySet()) {
            if (!canBecome(key.child(name), table.entries().get(name))) {
                editor.remove(key.child(name));
            }
        }
        table.entries().forEach((name, value) -> set(key.child(name), value));
        editor.ensureTable(key);
    }

    /** Whether an entry can be turned into a value where it stands; lines below a header cannot. */
    private boolean canBecome(Key key, @Nullable TomlValue wanted) {
        if (wanted == null) {
            return false;
        }
        if (editor.isArrayOfTables(key)) {
            return wanted instanceof TomlArray;
        }
        return wanted instanceof TomlTable || !(editor.find(key).orElse(null) instanceof TomlTable);
    }

    private void setArray(Key key, TomlArray array) {
        if (!(editor.find(key).orElse(null) instanceof TomlArray old)) {
            assign(key, ValueText.of(array));
            return;
        }
        if (array.equals(old)) {
            return;
        }
        if (editor.isArrayOfTables(key) && !ValueText.isTables(array)) {
            editor.remove(key);
            assign(key, ValueText.of(array));
        } else if (old.size() == 0 || array.size() == 0) {
            assign(key, ValueText.of(array));
        } else {
            alter(key, old.items(), array.items());
        }
    }

    /** Leaves the elements at both ends that stay, sets those between, and adds or removes the rest. */
    private void alter(Key key, List<TomlValue> old, List<TomlValue> wanted) {
        int shorter = Math.min(old.size(), wanted.size());
        int head = 0;
        while (head < shorter && old.get(head).equals(wanted.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && old.get(old.size() - 1 - tail).equals(wanted.get(wanted.size() - 1 - tail))) {
            tail++;
        }
        int common = shorter - head - tail;
        for (int i = head; i < head + common; i++) {
            replaceElement(key.child(i), old.get(i), wanted.get(i));
        }
        for (int i = old.size() - tail - 1; i >= head + common; i--) {
            editor.remove(key.child(i));
        }
        for (int i = head + common; i < wanted.size() - tail; i++) {
            editor.insert(key, i, wanted.get(i));
        }
    }

    private void replaceElement(Key key, TomlValue old, TomlValue wanted) {
        if (old instanceof TomlTable == wanted instanceof TomlTable) {
            set(key, wanted);
        } else {
            Key.Index index = (Key.Index) key.last();
            editor.insert(key.parent(), index.value(), wanted);
            editor.remove(key.parent().child(index.value() + 1));
        }
    }
}
