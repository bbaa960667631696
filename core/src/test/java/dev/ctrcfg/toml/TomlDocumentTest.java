// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TomlDocumentTest {

    private static final TomlDocument DOCUMENT = TomlDocument.parse("""
            # the format of this file
            version = 2 # newest
            a.b = { c = [1, { d = "x" }] }

            [plugins."io.containerd.grpc.v1.cri"]
              sandbox_image = 'pause:3.9'
            [[p]]
            [[p]]
            n = 1
            """);

    private static Key key(String dotted) {
        return Key.parse(dotted);
    }

    @Test
    void findsValuesByKey() {
        assertThat(DOCUMENT.find(key("plugins.\"io.containerd.grpc.v1.cri\".sandbox_image")))
                .contains(TomlValue.of("pause:3.9"));
        assertThat(DOCUMENT.find(key("a.b.c[1].d"))).contains(TomlValue.of("x"));
        assertThat(DOCUMENT.find(key("p[1].n"))).contains(TomlValue.of(1));
        assertThat(DOCUMENT.find(key("p[2]"))).isEmpty();
        assertThat(DOCUMENT.find(key("version.x"))).isEmpty();
        assertThat(DOCUMENT.find(Key.ROOT)).contains(DOCUMENT.root());
    }

    @Test
    void tellsWhereThingsStand() {
        assertThat(DOCUMENT.spanOf(key("version")).map(DOCUMENT::text)).contains("2");
        assertThat(DOCUMENT.spanOf(key("plugins"))).isEmpty();
        assertThat(DOCUMENT.spanOf(key("p[1]")).map(Span::start).map(DOCUMENT::position))
                .contains(new Position(8, 1));
        assertThat(DOCUMENT.keySpanOf(key("a.b")).map(DOCUMENT::text)).contains("b");
        assertThat(DOCUMENT.spanOf(key("a.b.c[0]")).map(DOCUMENT::text)).contains("1");
    }

    @Test
    void listsKeyValuesInTheOrderOfTheText() {
        assertThat(DOCUMENT.entries())
                .extracting(entry -> entry.key() + " | " + DOCUMENT.text(entry.keySpan()) + " | " + entry.value())
                .containsExactly(
                        "version | version | 2",
                        "a.b | a.b | { c = [1, { d = \"x\" }] }",
                        "a.b.c | c | [1, { d = \"x\" }]",
                        "a.b.c[1].d | d | \"x\"",
                        "plugins.\"io.containerd.grpc.v1.cri\".sandbox_image | sandbox_image | \"pause:3.9\"",
                        "p[1].n | n | 1");
    }

    @Test
    void listsHeadersInTheOrderOfTheText() {
        assertThat(DOCUMENT.headers())
                .extracting(header -> header.key() + " " + header.element())
                .containsExactly("plugins.\"io.containerd.grpc.v1.cri\" false", "p[0] true", "p[1] true");
    }

    @Test
    void knowsWhoseCommentsAreWhose() {
        assertThat(DOCUMENT.comments(key("version")))
                .isEqualTo(new Comments(List.of("the format of this file"), Optional.of("newest")));
        assertThat(DOCUMENT.comments(key("p[0]"))).isEqualTo(Comments.NONE);
    }

    @Test
    void countsColumnsInUtf16AndNotTheByteOrderMark() {
        TomlDocument document = TomlDocument.parse("\ufeffa = \"\ud83d\ude00\" # x\n");

        assertThat(document.position(document.spanOf(key("a")).orElseThrow().start()))
                .isEqualTo(new Position(1, 5));
        assertThat(document.position(document.length() - 2)).isEqualTo(new Position(1, 12));
    }

    @Test
    void appliesEditsInAnyOrderAndRefusesOverlaps() {
        TomlDocument document = TomlDocument.parse("a = 1\nb = 2\n");
        TextEdit first = new TextEdit(new Span(4, 5), "10");
        TextEdit second = new TextEdit(new Span(10, 11), "20");

        assertThat(document.apply(List.of(second, first)).text()).isEqualTo("a = 10\nb = 20\n");
        assertThatThrownBy(() -> document.apply(List.of(first, new TextEdit(new Span(3, 5), " 3"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two edits overlap at byte 4");
        assertThatThrownBy(() -> document.apply(List.of(new TextEdit(new Span(12, 20), ""))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsAndWritesKeys() {
        Key key = Key.of("plugins", "io.containerd.grpc.v1.cri", "a\"b", "a\"'b", "")
                .child(3);

        assertThat(key.toString()).isEqualTo("plugins.\"io.containerd.grpc.v1.cri\".'a\"b'.\"a\\\"'b\".\"\"[3]");
        assertThat(Key.parse(key.toString())).isEqualTo(key);
        assertThat(Key.parse(" a . 'b.c' [0] [1] . d "))
                .isEqualTo(Key.of("a", "b.c").child(0).child(1).child("d"));
        assertThat(Key.parse("")).isEqualTo(Key.ROOT);
        assertThatThrownBy(() -> Key.parse("a..b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("key a..b: expected a name at character 3");
        assertThatThrownBy(() -> Key.parse("a.\"b")).hasMessage("key a.\"b: expected a closing \" at character 3");
    }

    @Test
    void readsOneValue() {
        assertThat(TomlValue.parse("[1, 'x'] # why").toToml()).isEqualTo("[1, \"x\"]");
        assertThatThrownBy(() -> TomlValue.parse("yes")).isInstanceOf(TomlSyntaxException.class);
        assertThatThrownBy(() -> TomlValue.parse("1\nw = 2")).isInstanceOf(IllegalArgumentException.class);
    }
}
