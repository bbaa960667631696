// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import dev.ctrcfg.toml.EditConflictException;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The operations of RFC 6902. */
final class Operations {

    private static final String END = "-";

    private final Patching patching;
    private final Draft draft;

    Operations(Patching patching, Draft draft) {
        this.patching = patching;
        this.draft = draft;
    }

    /** The operation that a value is, if it is one. */
    static TomlTable checked(TomlValue value) {
        if (!(value instanceof TomlTable operation)) {
            throw new IllegalArgumentException("an operation is a table, not " + Kinds.describe(value));
        }
        String op = text(operation, "op");
        switch (op) {
            case "add", "replace", "test" -> require(operation, "value");
            case "move", "copy" -> Pointer.parse(text(operation, "from"));
            case "remove" -> {}
            default -> throw new IllegalArgumentException("there is no operation \"" + op + "\"");
        }
        Pointer.parse(text(operation, "path"));
        return operation;
    }

    private static void require(TomlTable operation, String name) {
        if (operation.get(name).isEmpty()) {
            throw new IllegalArgumentException("an operation \"" + text(operation, "op") + "\" needs a " + name);
        }
    }

    private static String text(TomlTable operation, String name) {
        if (operation.entries().get(name) instanceof TomlString text) {
            return text.value();
        }
        throw new IllegalArgumentException("an operation needs a string " + name);
    }

    void apply(TomlTable operation) {
        Key path = Pointer.parse(text(operation, "path"));
        TomlValue value = operation.entries().get("value");
        switch (text(operation, "op")) {
            case "add" -> add(path, java.util.Objects.requireNonNull(value));
            case "remove" -> remove(path);
            case "replace" -> replace(path, java.util.Objects.requireNonNull(value));
            case "test" -> test(path, java.util.Objects.requireNonNull(value));
            case "move" -> move(Pointer.parse(text(operation, "from")), path);
            default -> add(path, present(Pointer.parse(text(operation, "from"))));
        }
    }

    private void add(Key path, TomlValue value) {
        Optional<Key> there = there(path);
        if (there.isEmpty()) {
            patching.set(path, value, Patching.Manner.REPLACE);
            return;
        }
        Key key = there.get();
        if (!key.isRoot() && draft.get(key.parent()) instanceof TomlArray array) {
            insert(key, path, array, value);
            return;
        }
        boolean moved = !key.equals(path);
        if (!key.isRoot() && !moved && !(draft.get(key.parent()) instanceof TomlTable)) {
            throw failed(path, "there is no table " + path.parent());
        }
        write(key, path, value);
    }

    /** Takes the place of what is there; a path in the document's own keys means what it says. */
    private void write(Key key, Key path, TomlValue value) {
        if (hasIndex(key) || key.equals(path) && !path.isRoot()) {
            draft.put(key, value);
            return;
        }
        if (value instanceof TomlTable && !path.isRoot()) {
            draft.remove(key);
        }
        patching.set(path, value, Patching.Manner.REPLACE);
    }

    private static boolean hasIndex(Key key) {
        for (Key.Part part : key.parts()) {
            if (part instanceof Key.Index) {
                return true;
            }
        }
        return false;
    }

    private void insert(Key key, Key path, TomlArray array, TomlValue value) {
        int index = key.last() instanceof Key.Index last ? last.value() : array.size();
        if (index > array.size() || !isPlace(path.last())) {
            throw failed(path, "there is no such place in an array of " + array.size());
        }
        List<TomlValue> items = new ArrayList<>(array.items());
        items.add(index, value);
        draft.put(key.parent(), new TomlArray(items));
    }

    private static boolean isPlace(Key.Part part) {
        return part instanceof Key.Name name && (name.text().equals(END) || index(name.text()) >= 0);
    }

    private void remove(Key path) {
        present(path);
        draft.remove(there(path).orElseThrow());
    }

    private void replace(Key path, TomlValue value) {
        present(path);
        write(there(path).orElseThrow(), path, value);
    }

    private void test(Key path, TomlValue value) {
        if (!present(path).equals(value)) {
            throw failed(path, "it is " + present(path) + ", not " + value);
        }
    }

    private void move(Key from, Key path) {
        if (path.startsWith(from) && !path.equals(from)) {
            throw failed(from, "it cannot move into itself");
        }
        TomlValue value = present(from);
        draft.remove(there(from).orElseThrow());
        add(path, value);
    }

    private TomlValue present(Key path) {
        Optional<Key> there = there(path);
        TomlValue value = there.isEmpty() ? null : draft.get(there.get());
        if (value == null) {
            throw failed(path, "it is absent");
        }
        return value;
    }

    private EditConflictException failed(Key path, String why) {
        String message = patching.placeOf(path) + ": " + path + ": " + why;
        return new EditConflictException(path, Optional.empty(), message);
    }

    /** The key of the document for a path, which is the path itself if that is there; with indexes for its arrays. */
    private Optional<Key> there(Key path) {
        Key literal = indexed(path);
        if (!literal.isRoot() && draft.has(literal)) {
            return Optional.of(literal);
        }
        Optional<Key> there = patching.spelling().key(path);
        return there.isEmpty() ? there : Optional.of(indexed(there.get()));
    }

    private Key indexed(Key names) {
        Key key = Key.ROOT;
        for (Key.Part part : names.parts()) {
            TomlValue holder = key.isRoot() ? null : draft.get(key);
            key = key.child(holder instanceof TomlArray array ? element(part, array) : part);
        }
        return key;
    }

    private static Key.Part element(Key.Part part, TomlArray array) {
        String text = part instanceof Key.Name name ? name.text() : "";
        int index = text.equals(END) ? array.size() : index(text);
        return index < 0 ? part : new Key.Index(index);
    }

    /** The index that a token stands for, or -1. */
    private static int index(@Nullable String token) {
        if (token == null || token.isEmpty() || token.length() > 9 || token.length() > 1 && token.charAt(0) == '0') {
            return -1;
        }
        int index = 0;
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            index = 10 * index + c - '0';
        }
        return index;
    }
}
