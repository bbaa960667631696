// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MoveAllTest {

    @Test
    void writesAnotherPathIntoHeadersAndLeavesTheRest() {
        assertThat(moved("""
                # main
                [p.old] # behind
                  a = 1 # one

                  [p.old.t]
                    b = 2
                """, "p.old", "p.new")).isEqualTo("""
                # main
                [p.new] # behind
                  a = 1 # one

                  [p.new.t]
                    b = 2
                """);
    }

    @Test
    void takesALineWithItsCommentsToANewSectionBehindThePlugin() {
        assertThat(moved("""
                [p.old]
                  a = 1
                  # about b
                  b = [
                    2,
                  ] # two
                  c = 3
                  [p.old.t]
                    d = 4

                [q]
                """, "p.old", "p.new", "p.old.b", "p.other.x.y")).isEqualTo("""
                [p.new]
                  a = 1
                  c = 3
                  [p.new.t]
                    d = 4
                [p.other.x]
                  # about b
                  y = [
                    2,
                  ] # two

                [q]
                """);
    }

    @Test
    void keepsTheHeaderOfALineThatLeavesAlone() {
        assertThat(moved("""
                # about the header

                [p.old] # behind
                # about b
                b = 1
                [p.old.t]
                c = 2
                """, "p.old", "p.new", "p.old.b", "p.other.x.y")).isEqualTo("""
                # about the header

                [p.other.x] # behind
                # about b
                y = 1
                [p.new.t]
                c = 2
                """);
    }

    @Test
    void bringsALineToTheSectionThatIsThereInItsIndentation() {
        assertThat(moved("""
                [p.old]
                  # first
                  b = 1
                  [p.old.t]
                    # second
                    c = 2
                    d = 3
                """, "p.old", "p.new", "p.old.b", "p.other.b", "p.old.t.c", "p.other.c"))
                .isEqualTo("""
                [p.other]
                  # first
                  b = 1
                  # second
                  c = 2
                  [p.new.t]
                    d = 3
                """);
    }

    @Test
    void keepsEveryCommentOfAHeaderThatGoes() {
        assertThat(moved("""
                [p.old]
                b = 1

                # above
                [p.old.t] # behind

                # apart

                # about c
                c = 2
                # below
                """, "p.old", "p.new", "p.old.b", "p.other.b", "p.old.t.c", "p.other.c"))
                .isEqualTo("""
                [p.other]
                b = 1
                # above
                # behind
                # apart

                # about c
                c = 2
                # below
                """);
    }

    @Test
    void putsTheHeaderOfATableAboveThoseBelowIt() {
        assertThat(moved("""
                [p.old]
                  a = 1
                  b = 2
                  # registry
                  [p.old.r]
                    c = 3
                """, "p.old", "p.new", "p.old.b", "p.other.b", "p.old.r", "p.other.r"))
                .isEqualTo("""
                [p.new]
                  a = 1
                [p.other]
                  b = 2
                  # registry
                  [p.other.r]
                    c = 3
                """);
    }

    @Test
    void respellsDottedKeysAndQuotesAsTheyAre() {
        assertThat(moved("""
                p.'old'.b = 1
                p.'old'.c.d = 2
                """, "p.old", "p.'new.x'", "p.old.b", "p.'other.x'.y.b"))
                .isEqualTo("""
                p.'other.x'.y.b = 1
                p.'new.x'.c.d = 2
                """);
    }

    @Test
    void leavesAnInlineTableThatMovesAsAWhole() {
        assertThat(moved("""
                [p.old]
                a = 1
                t = { b = 1, c = 2 }
                """, "p.old", "p.new", "p.old.t", "p.other.t")).isEqualTo("""
                [p.new]
                a = 1

                [p.other]
                t = { b = 1, c = 2 }
                """);
    }

    @Test
    void takesValuesOutOfInlineTablesAndRenamesThoseThatStay() {
        assertThat(moved("""
                [p.old]
                t = { b = 1, c = 2, d = 3 }
                """, "p.old", "p.new", "p.old.t.b", "p.other.b", "p.old.t.d", "p.new.t.e"))
                .isEqualTo("""
                [p.new]
                t = { c = 2, e = 3 }

                [p.other]
                b = 1
                """);
    }

    @Test
    void exchangesTwoTables() {
        assertThat(moved("""
                [a]
                x = 1
                [b]
                x = 2
                """, "a", "b", "b", "a")).isEqualTo("""
                [b]
                x = 1
                [a]
                x = 2
                """);
    }

    @Test
    void keepsLineEndsAndTheMissingLastOne() {
        assertThat(moved("[p.old]\r\na = 1\r\nb = 2", "p.old", "p.new", "p.old.b", "p.other.b"))
                .isEqualTo("[p.new]\r\na = 1\r\n\r\n[p.other]\r\nb = 2");
    }

    @Test
    void refusesTwoValuesAtOneKey() {
        assertThatThrownBy(() -> moved("a.x = 1\nb.x = 2\n", "a", "b"))
                .isInstanceOf(EditConflictException.class)
                .hasMessage("cannot move b.x to b.x: that exists");
    }

    private static String moved(String text, String... moves) {
        Map<Key, Key> map = new LinkedHashMap<>();
        for (int i = 0; i < moves.length; i += 2) {
            map.put(Key.parse(moves[i]), Key.parse(moves[i + 1]));
        }
        return TomlDocument.parse(text).edit().moveAll(map).document().text();
    }
}
