// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TomlEditorTest {

    private static String edited(String before, Consumer<TomlEditor> change) {
        TomlDocument document = TomlDocument.parse(before);
        TomlEditor editor = document.edit();
        change.accept(editor);
        String after = editor.document().text();
        assertThat(document.apply(editor.edits()).text()).isEqualTo(after);
        assertThat(editor.document().apply(editor.inverse()).text()).isEqualTo(before);
        return after;
    }

    private static Key key(String dotted) {
        return Key.parse(dotted);
    }

    @Test
    void addsARuntimeBesideTheOtherLikeItsNeighbours() {
        String before = """
                version = 2
                [plugins."io.containerd.grpc.v1.cri".containerd]
                  # the runtimes of this node
                  [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
                    runtime_type = 'io.containerd.runc.v2' # default

                [grpc]
                  uid = 0
                """;
        Key kata = key("plugins.\"io.containerd.grpc.v1.cri\".containerd.runtimes.kata");

        assertThat(edited(
                        before,
                        e -> e.set(kata.child("runtime_type"), TomlValue.of("io.containerd.kata.v2"))
                                .set(kata.child("privileged_without_host_devices"), TomlValue.of(true))))
                .isEqualTo("""
                version = 2
                [plugins."io.containerd.grpc.v1.cri".containerd]
                  # the runtimes of this node
                  [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
                    runtime_type = 'io.containerd.runc.v2' # default

                  [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.kata]
                    runtime_type = 'io.containerd.kata.v2'
                    privileged_without_host_devices = true

                [grpc]
                  uid = 0
                """);
    }

    @Test
    void makesNoEditForEqualValues() {
        TomlEditor editor = TomlDocument.parse("a = 0x10\nb = \"\\u00e9\"\nc = [1_0]\n[t]\n")
                .edit();

        editor.set(key("a"), TomlValue.of(16))
                .set(key("b"), TomlValue.of("é"))
                .set(key("c"), TomlArray.of(TomlValue.of(10)))
                .ensureTable(key("t"))
                .putIfAbsent(key("a"), TomlValue.of(1))
                .remove(key("absent"));

        assertThat(editor.edits()).isEmpty();
    }

    @Test
    void setsALiteralExactlyAsItIsSpelt() {
        assertThat(edited("a = 16\n", e -> e.setLiteral(key("a"), "0x10").setLiteral(key("t.b"), "1_000")))
                .isEqualTo("a = 0x10\n\n[t]\nb = 1_000\n");
    }

    @Test
    void turnsAnArrayIntoAnotherWithFewEdits() {
        String before = """
                a = [
                  "x", # first
                  "y", # second
                  "z", # third
                ]
                """;

        assertThat(edited(before, e -> e.set(key("a"), TomlArray.ofStrings(List.of("x", "new", "z", "more")))))
                .isEqualTo("""
                a = [
                  "x", # first
                  "new", # second
                  "z", # third
                  "more",
                ]
                """);
        assertThat(edited(before, e -> e.set(key("a"), TomlArray.ofStrings(List.of("x", "z")))))
                .isEqualTo("a = [\n  \"x\", # first\n  \"z\", # third\n]\n");
    }

    @Test
    void setsATableByRemovingWhatItDoesNotHave() {
        String before = "[t]\na = 1 # keep\nb = 2\n[t.s]\nc = 3\n";

        assertThat(edited(
                        before,
                        e -> e.set(
                                key("t"),
                                TomlTable.builder().put("a", 1).put("d", 4).build())))
                .isEqualTo("[t]\na = 1 # keep\nd = 4\n");
    }

    @Test
    void addsAnElementOnlyOnce() {
        assertThat(edited(
                        "imports = [\"a\"]\n",
                        e -> e.ensureItem(key("imports"), TomlValue.of("b"))
                                .ensureItem(key("imports"), TomlValue.of("b"))))
                .isEqualTo("imports = [\"a\", \"b\"]\n");
        assertThat(edited("version = 2\n", e -> e.ensureItem(key("imports"), TomlValue.of("b"))))
                .isEqualTo("version = 2\nimports = [\"b\"]\n");
    }

    @Test
    void removesEveryElementOfAValue() {
        assertThat(edited("a = [1, 2, 1, 3]\n", e -> e.removeItem(key("a"), TomlValue.of(1))))
                .isEqualTo("a = [2, 3]\n");
    }

    @Test
    void placesAKeyBesideAnother() {
        String before = "[t]\n# about b\nb = 2\nc = 3\ni = { x = 1, y = 2 }\n";

        assertThat(edited(before, e -> e.insertBefore(key("t.b"), "a", TomlValue.of(1))))
                .isEqualTo("[t]\na = 1\n# about b\nb = 2\nc = 3\ni = { x = 1, y = 2 }\n");
        assertThat(edited(before, e -> e.insertAfter(key("t.b"), "a", TomlValue.of(1))))
                .isEqualTo("[t]\n# about b\nb = 2\na = 1\nc = 3\ni = { x = 1, y = 2 }\n");
        assertThat(edited(before, e -> e.insertAfter(key("t.i.x"), "m", TomlValue.of(0))))
                .isEqualTo("[t]\n# about b\nb = 2\nc = 3\ni = { x = 1, m = 0, y = 2 }\n");
    }

    @Test
    void movesAKeyWithItsComments() {
        String before = """
                [a]
                # which image
                # to pause with
                sandbox_image = 'pause:3.9' # pinned
                other = 1

                [b]
                x = 1
                """;

        assertThat(edited(before, e -> e.move(key("a.sandbox_image"), key("b.pinned"))))
                .isEqualTo("""
                [a]
                other = 1

                [b]
                x = 1
                # which image
                # to pause with
                pinned = 'pause:3.9' # pinned
                """);
    }

    @Test
    void movesATableByWritingAnotherPathIntoItsHeaders() {
        String before = """
                # runtimes
                [plugins.'old.cri'.containerd.runtimes.runc] # one
                a = 1
                [plugins.'old.cri'.containerd.runtimes.runc.options]
                b = 2
                [plugins.'old.cri'.cni]
                c = 3
                """;

        assertThat(edited(
                        before,
                        e -> e.move(
                                key("plugins.\"old.cri\".containerd.runtimes"),
                                key("plugins.\"new.rt\".containerd.runtimes"))))
                .isEqualTo("""
                # runtimes
                [plugins.'new.rt'.containerd.runtimes.runc] # one
                a = 1
                [plugins.'new.rt'.containerd.runtimes.runc.options]
                b = 2
                [plugins.'old.cri'.cni]
                c = 3
                """);
    }

    @Test
    void turnsACommentedOutKeyOnInPlace() {
        String before = """
                [runtime]
                # enable the debug console
                #debug_console_enabled = true
                internetworking_model="tcfilter"

                [hypervisor]
                #debug_console_enabled = false
                """;

        assertThat(edited(
                        before,
                        e -> assertThat(e.uncomment(key("runtime.debug_console_enabled")))
                                .isTrue()))
                .isEqualTo(before.replaceFirst("#debug", "debug"));
        assertThat(TomlDocument.parse(before).edit().uncomment(key("runtime.absent")))
                .isFalse();
    }

    @Test
    void turnsLinesIntoComments() {
        String before = "a = [\n  1,\n\n  2,\n]\nb = 1\n[t]\n  c = 1\n[t.s]\nd = 1\n";

        assertThat(edited(before, e -> e.commentOut(key("a")).commentOut(key("t"))))
                .isEqualTo("#a = [\n  #1,\n\n  #2,\n#]\nb = 1\n#[t]\n  #c = 1\n#[t.s]\n#d = 1\n");
    }

    @Test
    void writesCommentsAboveAndBehind() {
        String before = "[t]\n  # old\n  a = 1\n";

        assertThat(edited(before, e -> e.setCommentAbove(key("t.a"), "one\ntwo").setTrailingComment(key("t"), "table")))
                .isEqualTo("[t] # table\n  # one\n  # two\n  a = 1\n");
        assertThat(edited(before, e -> e.setCommentAbove(key("t.a"), ""))).isEqualTo("[t]\n  a = 1\n");
    }

    @Test
    void collectsManyChangesInOneListOfEdits() {
        String before = "a = 1\n[t]\nb = 2\n";

        TomlEditor editor = TomlDocument.parse(before)
                .edit()
                .set(key("a"), TomlValue.of(2))
                .set(key("t.c"), TomlValue.of(3))
                .set(key("t.c"), TomlValue.of(4))
                .remove(key("t.b"))
                .set(key("n.x.y"), TomlValue.of(5))
                .set(key("n.x.z"), TomlValue.of(6));

        assertThat(editor.document().text()).isEqualTo("a = 2\n[t]\nc = 4\n[n.x]\ny = 5\nz = 6\n");
        assertThat(TomlDocument.parse(before).apply(editor.edits())).isEqualTo(editor.document());
    }

    @Test
    void namesWhatStandsAgainstAnEdit() {
        TomlDocument document = TomlDocument.parse("a = 1\n[t]\nb = [1]\n[[p]]\n");

        assertThatThrownBy(() -> document.edit().set(key("a.b"), TomlValue.of(1)))
                .isInstanceOf(EditConflictException.class)
                .hasMessage("cannot set a.b: a is a value, not a table");
        assertThatThrownBy(() -> document.edit().set(key("t"), TomlValue.of(1)))
                .hasMessage("cannot set t to an integer: it is a table");
        assertThatThrownBy(() -> document.edit().set(key("t.b[3]"), TomlValue.of(1)))
                .hasMessage("cannot set t.b[3]: t.b has 1 element");
        assertThatThrownBy(() -> document.edit()
                        .merge(
                                Key.ROOT,
                                TomlTable.builder().put("a", TomlTable.EMPTY).build()))
                .hasMessage("cannot merge a table into a: it is a value");
        assertThatThrownBy(() -> document.edit().rename(key("a"), "t")).hasMessage("cannot rename a to t: that exists");
        assertThatThrownBy(() -> document.edit().append(key("a"), TomlValue.of(1)))
                .hasMessage("a is not an array");
        assertThatThrownBy(() -> document.edit().append(key("p"), TomlValue.of(1)))
                .hasMessage("p is an array of tables, its elements must be tables");
        assertThatThrownBy(() -> document.edit().append(key("q"), TomlValue.of(1)))
                .hasMessage("there is no array q");
    }

    @Test
    void leavesTheEditorUsableAfterARefusal() {
        TomlEditor editor = TomlDocument.parse("a = 1\n").edit().set(key("a"), TomlValue.of(2));

        assertThatThrownBy(() -> editor.set(key("a.b"), TomlValue.of(1))).isInstanceOf(EditConflictException.class);

        assertThat(editor.set(key("c"), TomlValue.of(3)).document().text()).isEqualTo("a = 2\nc = 3\n");
    }

    @Test
    void refusesToEditWhatItReadOver() {
        TomlDocument document = TomlDocument.parse("a = 010\n", TomlDialect.BURNTSUSHI_0_3.options());

        assertThatThrownBy(document::edit).isInstanceOf(IllegalArgumentException.class);
    }
}
