// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What must hold for any bytes whatever. */
public final class FuzzTargets {

    private static final TomlOptions OPTIONS = TomlOptions.DEFAULT.with(TomlVersion.V1_1);

    private FuzzTargets() {}

    /** Reading gives a document that prints its input, or errors with places in the text. */
    public static void parse(byte[] bytes) {
        for (TomlVersion version : TomlVersion.values()) {
            try {
                TomlDocument document = TomlDocument.parse(bytes, TomlOptions.DEFAULT.with(version));
                assertThat(document.bytes()).isEqualTo(bytes);
                assertThat(document.root())
                        .isEqualTo(TomlValue.parse(document.root().toToml()));
            } catch (TomlSyntaxException e) {
                for (SyntaxError error : e.errors()) {
                    assertThat(error.span().end()).isLessThanOrEqualTo(bytes.length);
                    assertThat(error.render("f")).startsWith("f:" + error.position());
                }
            }
        }
        for (TomlDialect dialect : TomlDialect.values()) {
            try {
                dialect.refusals(TomlDocument.parse(bytes, dialect.options()));
            } catch (TomlSyntaxException e) {
                assertThat(e.errors()).isNotEmpty();
            }
        }
    }

    /** Three bytes choose an edit, the rest is a document; the edit is right, and can be taken back. */
    public static void edit(byte[] data) {
        if (data.length < 3) {
            return;
        }
        TomlDocument document;
        try {
            document = TomlDocument.parse(java.util.Arrays.copyOfRange(data, 3, data.length), OPTIONS);
        } catch (TomlSyntaxException e) {
            return;
        }
        List<Key> keys = new ArrayList<>();
        collect(Key.ROOT, document.root(), keys);
        Key key = keys.get(((data[1] & 0xff) << 8 | data[2] & 0xff) % keys.size());
        TomlEditor editor = document.edit();
        Optional<TomlTable> expected = change(editor, document.root(), key, data[0]);
        TomlDocument after = editor.document();
        expected.ifPresent(root -> assertThat(after.root()).isEqualTo(root));
        assertThat(document.apply(editor.edits())).isEqualTo(after);
        assertThat(after.apply(editor.inverse())).isEqualTo(document);
    }

    private static Optional<TomlTable> change(TomlEditor editor, TomlTable root, Key key, byte choice) {
        TomlValue there = root.find(key).orElseThrow();
        TomlValue value = TomlValue.of("new 'value'");
        switch (choice & 7) {
            case 0 -> {
                if (there instanceof TomlTable) {
                    editor.set(key.child("new.key"), value);
                    return Optional.of((TomlTable) Values.with(root, key.child("new.key"), Optional.of(value)));
                }
            }
            case 1 -> {
                if (!(there instanceof TomlTable) && !(there instanceof TomlArray)) {
                    editor.set(key, value);
                    return Optional.of((TomlTable) Values.with(root, key, Optional.of(value)));
                }
            }
            case 2 -> {
                if (!key.isRoot()) {
                    editor.remove(key, (choice & 8) == 0 ? CommentPolicy.KEEP : CommentPolicy.REMOVE);
                }
            }
            case 3 -> {
                if (!key.isRoot() && key.last() instanceof Key.Name) {
                    editor.rename(key, "new name");
                }
            }
            case 4 -> {
                if (there instanceof TomlArray array) {
                    TomlValue item = array.size() == 0 ? value : array.items().get(0);
                    editor.append(key, item);
                    return Optional.of((TomlTable)
                            Values.with(root, key, Optional.of(Values.inserted(array, array.size(), item))));
                }
            }
            case 5 -> {
                if (there instanceof TomlTable) {
                    TomlTable table = TomlTable.builder().put("k", value).build();
                    editor.set(key.child("new"), table);
                    return Optional.of((TomlTable) Values.with(root, key.child("new"), Optional.of(table)));
                }
            }
            case 6 -> {
                editor.set(key, there);
                assertThat(editor.edits()).isEmpty();
            }
            default -> commentOut(editor, key);
        }
        return Optional.empty();
    }

    private static void commentOut(TomlEditor editor, Key key) {
        try {
            editor.commentOut(key).document();
        } catch (EditConflictException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static void collect(Key key, TomlValue value, List<Key> keys) {
        if (keys.size() < 65536) {
            keys.add(key);
        }
        if (value instanceof TomlTable table) {
            table.entries().forEach((name, child) -> collect(key.child(name), child, keys));
        } else if (value instanceof TomlArray array) {
            for (int i = 0; i < array.size(); i++) {
                collect(key.child(i), array.items().get(i), keys);
            }
        }
    }
}
