// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Large and hostile documents give a result or a clean error. Work that grew with the square of the size would not end
 * within minutes here.
 */
class LimitsTest {

    private static final int MANY = 100_000;

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a=", "[{a="})
    void deepValuesAreAnError(String opener) {
        assertTooDeep("v = " + opener.repeat(MANY));
    }

    @Test
    void deepDottedKeysAndHeadersAreAnError() {
        assertTooDeep("a.".repeat(MANY) + "a = 1\n");
        assertTooDeep("[" + "a.".repeat(MANY) + "a]\n");
        assertTooDeep("[[" + "a.".repeat(MANY) + "a]]\n");
    }

    private static void assertTooDeep(String text) {
        assertThatThrownBy(() -> TomlDocument.parse(text))
                .isInstanceOfSatisfying(
                        TomlSyntaxException.class,
                        e -> assertThat(e.errors())
                                .extracting(SyntaxError::kind)
                                .contains(SyntaxError.Kind.TOO_DEEP));
    }

    @Test
    void readsAndEditsTheDeepestThatIsAllowed() {
        int depth = TomlOptions.DEFAULT.maxDepth();
        TomlDocument document = TomlDocument.parse("v = " + "[".repeat(depth) + "]".repeat(depth) + "\n");

        assertThat(document.edit().set(Key.of("w"), TomlValue.of(1)).document().root())
                .isEqualTo(document.root().with("w", TomlValue.of(1)));
    }

    @Test
    void readsAFileOf64MegabytesAndEditsIt() {
        byte[] line = "# nothing but comments, and a key at the end\n".getBytes(StandardCharsets.UTF_8);
        byte[] utf8 = new byte[64 << 20];
        for (int i = 0; i < utf8.length; i++) {
            utf8[i] = line[i % line.length];
        }
        byte[] end = "\nkey = 1\n".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(end, 0, utf8, utf8.length - end.length, end.length);

        TomlDocument edited = TomlDocument.parse(utf8)
                .edit()
                .set(Key.of("key"), TomlValue.of(2))
                .document();

        assertThat(edited.find(Key.of("key"))).contains(TomlValue.of(2));
    }

    @Test
    void readsALineOf32Megabytes() {
        byte[] utf8 = new byte[32 << 20];
        Arrays.fill(utf8, (byte) 'x');
        byte[] start = "key = '".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(start, 0, utf8, 0, start.length);
        utf8[utf8.length - 1] = '\'';

        TomlDocument edited = TomlDocument.parse(utf8)
                .edit()
                .set(Key.of("b"), TomlValue.of(1))
                .document();

        assertThat(edited.spanOf(Key.of("key"))).contains(new Span(6, utf8.length));
        assertThat(edited.text(new Span(utf8.length, edited.length()))).isEqualTo("\nb = 1");
    }

    @Test
    void refusesAFileBeyondTheLimit() {
        TomlOptions small = new TomlOptions(TomlVersion.V1_0, 10, 10, 10, java.util.Set.of());

        assertThatThrownBy(() -> TomlDocument.parse("key = 'long'", small)).isInstanceOf(TomlSyntaxException.class);
    }

    @Test
    void readsAMillionKeysInOneTable() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1_000_000; i++) {
            text.append('k').append(i).append("=1\n");
        }

        TomlEditor editor = TomlDocument.parse(text.toString()).edit();
        for (int i = 0; i < 1000; i++) {
            editor.set(Key.of("k" + i * 999), TomlValue.of(2)).set(Key.of("new" + i), TomlValue.of(3));
        }

        assertThat(editor.document().find(Key.of("k999"))).contains(TomlValue.of(2));
    }

    @Test
    void readsKeysThatAreAlike() {
        StringBuilder text = new StringBuilder();
        String[] halves = {"Aa", "BB"};
        for (int i = 0; i < 1 << 17; i++) {
            for (int bit = 0; bit < 17; bit++) {
                text.append(halves[i >> bit & 1]);
            }
            text.append("=1\n");
        }

        TomlDocument document = TomlDocument.parse(text.toString());

        assertThat(document.find(Key.of("BB".repeat(17)))).contains(TomlValue.of(1));
    }

    @Test
    void reportsOnlyTheFirstOfAMillionErrors() {
        String text = "= no key\n".repeat(1_000_000);

        assertThatThrownBy(() -> TomlDocument.parse(text))
                .isInstanceOfSatisfying(
                        TomlSyntaxException.class,
                        e -> assertThat(e.errors()).hasSize(TomlOptions.DEFAULT.maxErrors()));
    }

    @Test
    void editsADocumentOfManyHeaders() {
        StringBuilder text = new StringBuilder("[t]\n");
        for (int i = 0; i < MANY; i++) {
            text.append("[t.'a.").append(i).append("']\nk = 1\n");
        }

        TomlEditor editor = TomlDocument.parse(text.toString()).edit();
        for (int i = 0; i < 1000; i++) {
            editor.set(Key.of("t", "a." + i * 99, "k"), TomlValue.of(2));
            editor.set(Key.of("t", "a." + i * 99, "n"), TomlValue.of("3"));
        }
        editor.set(Key.of("t", "new", "k"), TomlValue.of(1));
        editor.remove(Key.of("t", "a.5"));

        assertThat(editor.document().text())
                .contains("[t.'a.99']\nk = 2\nn = '3'\n")
                .doesNotContain("'a.5'")
                .endsWith("[t.new]\nk = 1\n");
    }

    @Test
    void editsAnArrayOfManyTables() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < MANY; i++) {
            text.append("[[t]]\nk = ").append(i).append('\n');
        }
        TomlDocument document = TomlDocument.parse(text.toString());
        for (int i = 0; i < MANY; i++) {
            assertThat(document.contains(Key.of("t").child(i).child("k"))).isTrue();
        }

        TomlEditor editor = document.edit();
        editor.append(Key.of("t"), TomlTable.builder().put("k", -1).build());
        editor.remove(Key.of("t").child(3));

        TomlDocument edited = editor.document();
        assertThat(edited.find(Key.of("t").child(3).child("k"))).contains(TomlValue.of(4));
        assertThat(edited.find(Key.of("t").child(MANY - 1).child("k"))).contains(TomlValue.of(-1));
    }

    @Test
    void editsAnArrayOfManyItems() {
        TomlDocument document = TomlDocument.parse("a = [" + "{k = 1}, ".repeat(MANY) + "{k = 2}]\n");
        Key array = Key.of("a");
        for (int i = 0; i < MANY; i++) {
            assertThat(document.contains(array.child(i).child("k"))).isTrue();
        }

        TomlDocument edited = document.edit()
                .append(array, TomlTable.builder().put("k", 3).build())
                .remove(array.child(0))
                .document();

        assertThat(edited.find(array.child(MANY).child("k"))).contains(TomlValue.of(3));
    }
}
