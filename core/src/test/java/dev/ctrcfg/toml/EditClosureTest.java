// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every edit of every kind that a document has room for, on every document at hand. */
class EditClosureTest {

    private static final String NEW_NAME = "ctrcfg new";

    private final List<String> faults = new ArrayList<>();
    private int tried;

    @Test
    void everyEditOfEveryOwnDocumentIsRight() throws IOException {
        run(Shared.testdata("config"));
        run(Shared.testdata("toml/valid"));
        assertThat(faults).isEmpty();
        assertThat(tried).isGreaterThan(1000);
    }

    @Test
    void everyEditOfEveryReferenceDocumentIsRight() throws IOException {
        run(Shared.require("toml-test").resolve("tests/valid"));
        run(Shared.require("containerd/defaults"));
        run(Shared.require("corpus/files"));
        assertThat(faults).isEmpty();
        assertThat(tried).isGreaterThan(60_000);
    }

    private void run(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".toml")).sorted().toList()) {
                read(Files.readAllBytes(file)).ifPresent(document -> everyEdit(file, document));
            }
        }
    }

    private static Optional<TomlDocument> read(byte[] bytes) {
        try {
            return Optional.of(TomlDocument.parse(bytes, TomlOptions.DEFAULT.with(TomlVersion.V1_1)));
        } catch (TomlSyntaxException e) {
            return Optional.empty();
        }
    }

    private void everyEdit(Path file, TomlDocument document) {
        visit(file, document, Key.ROOT, document.root());
    }

    private void visit(Path file, TomlDocument document, Key key, TomlValue value) {
        if (value instanceof TomlTable table) {
            insertKey(file, document, key);
            insertTable(file, document, key);
            table.entries().forEach((name, child) -> {
                rename(file, document, key.child(name));
                remove(file, document, key.child(name));
                visit(file, document, key.child(name), child);
            });
        } else if (value instanceof TomlArray array) {
            append(file, document, key, array);
            if (!document.edit().isArrayOfTables(key)) {
                replace(file, document, key);
            }
            for (int i = 0; i < array.size(); i++) {
                remove(file, document, key.child(i));
                visit(file, document, key.child(i), array.items().get(i));
            }
        } else {
            setOther(file, document, key, value);
        }
        setSame(file, document, key, value);
    }

    private void setOther(Path file, TomlDocument document, Key key, TomlValue value) {
        TomlValue other = value instanceof TomlString s ? TomlValue.of(s.value() + "x'y") : TomlValue.of("other");
        check(file, document, "set " + key, editor -> editor.set(key, other), with(document, key, Optional.of(other)));
    }

    private void replace(Path file, TomlDocument document, Key array) {
        TomlValue scalar = TomlValue.of(7);
        check(
                file,
                document,
                "replace " + array,
                editor -> editor.set(array, scalar),
                with(document, array, Optional.of(scalar)));
    }

    private void setSame(Path file, TomlDocument document, Key key, TomlValue value) {
        if (!key.isRoot()) {
            TomlEditor editor = document.edit().set(key, value);
            tried++;
            if (!editor.edits().isEmpty()) {
                faults.add(file + ": set " + key + " to the same made " + editor.edits());
            }
        }
    }

    private void insertKey(Path file, TomlDocument document, Key table) {
        TomlValue value = TomlValue.of(1);
        Key key = table.child(NEW_NAME);
        check(
                file,
                document,
                "insert " + key,
                editor -> editor.set(key, value),
                with(document, key, Optional.of(value)));
    }

    private void insertTable(Path file, TomlDocument document, Key table) {
        TomlTable value = TomlTable.builder()
                .put("k", "v")
                .put("t", TomlTable.builder().put("n", 1).build())
                .build();
        Key key = table.child(NEW_NAME);
        check(
                file,
                document,
                "table " + key,
                editor -> editor.set(key, value),
                with(document, key, Optional.of(value)));
    }

    private void append(Path file, TomlDocument document, Key key, TomlArray array) {
        TomlValue value = array.size() > 0 ? array.items().get(0) : TomlValue.of("x");
        TomlValue longer = Values.inserted(array, array.size(), value);
        check(
                file,
                document,
                "append " + key,
                editor -> editor.append(key, value),
                with(document, key, Optional.of(longer)));
        if (array.size() > 0) {
            TomlValue first = Values.inserted(array, 0, value);
            check(
                    file,
                    document,
                    "insert first " + key,
                    e -> e.insert(key, 0, value),
                    with(document, key, Optional.of(first)));
        }
    }

    private void remove(Path file, TomlDocument document, Key key) {
        TomlTable expected = (TomlTable) Values.with(document.root(), key, Optional.empty());
        check(file, document, "remove " + key, editor -> editor.remove(key), pruned(expected, key));
        check(
                file,
                document,
                "remove " + key + " keep",
                editor -> editor.remove(key, CommentPolicy.KEEP),
                pruned(expected, key));
    }

    /** Tables that were there only through what was removed may be gone with it. */
    private static List<TomlTable> pruned(TomlTable expected, Key key) {
        List<TomlTable> all = new ArrayList<>(List.of(expected));
        Key parent = key;
        while (!parent.isRoot()) {
            parent = parent.parent();
            Optional<TomlValue> there = all.get(all.size() - 1).find(parent);
            boolean empty = there.isPresent()
                    && (there.get().equals(TomlTable.EMPTY) || there.get().equals(TomlArray.of()));
            if (parent.isRoot() || !empty || parent.last() instanceof Key.Index) {
                break;
            }
            all.add((TomlTable) Values.with(all.get(all.size() - 1), parent, Optional.empty()));
        }
        return all;
    }

    private void rename(Path file, TomlDocument document, Key key) {
        TomlValue value = document.find(key).orElseThrow();
        TomlValue without = Values.with(document.root(), key, Optional.empty());
        Key to = key.parent().child(NEW_NAME);
        TomlTable expected = (TomlTable) Values.with(without, to, Optional.of(value));
        check(file, document, "rename " + key, editor -> editor.rename(key, NEW_NAME), List.of(expected));
    }

    private static List<TomlTable> with(TomlDocument document, Key key, Optional<TomlValue> value) {
        return List.of((TomlTable) Values.with(document.root(), key, value));
    }

    private interface Operation {
        void on(TomlEditor editor);
    }

    private void check(Path file, TomlDocument document, String what, Operation operation, List<TomlTable> expected) {
        tried++;
        TomlEditor editor = document.edit();
        try {
            operation.on(editor);
            TomlDocument after = editor.document();
            boolean right = expected.contains(after.root());
            boolean applied = sameSyntax(document.apply(editor.edits()), after);
            boolean inverse = after.apply(editor.inverse()).equals(document);
            if (!right || !applied || !inverse) {
                faults.add(file + ": " + what + " gives\n" + after.text());
            }
        } catch (RuntimeException e) {
            faults.add(file + ": " + what + ": " + e);
        }
    }

    /** What an editor found out about its document must be what reading the text from the start finds. */
    private static boolean sameSyntax(TomlDocument read, TomlDocument edited) {
        return read.equals(edited)
                && read.entries().equals(edited.entries())
                && read.headers().equals(edited.headers());
    }
}
