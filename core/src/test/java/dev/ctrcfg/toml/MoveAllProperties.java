// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.testing.Documents;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

class MoveAllProperties {

    private static final Map<Key, Key> MOVES = Map.of(
            Key.of("a"), Key.of("p", "q"),
            Key.of("a", "b"), Key.of("r", "s", "t"),
            Key.of("a", "c", "a"), Key.of("r", "u"),
            Key.of("b"), Key.of("v"),
            Key.of("c", "x.y"), Key.of("v", "w.w"));

    private static final Pattern COMMENT =
            Pattern.compile("(?m)# (behind|above|one|two|the end|commented = \"out\")(?=\r?$)");

    @Property(tries = 400)
    void keepsEveryValueAndEveryComment(@ForAll("documents") String text) {
        TomlDocument before = TomlDocument.parse(text);
        TomlDocument after;
        try {
            after = before.edit().moveAll(MOVES).document();
        } catch (EditConflictException e) {
            Statistics.collect("refused");
            return;
        }
        Statistics.collect("moved");
        assertThat(Moves.holds(after.root(), new Moves(MOVES).leavesAfter(before.root())))
                .isTrue();
        assertThat(comments(after.text())).containsExactlyInAnyOrderElementsOf(comments(text));
    }

    @Property(tries = 200)
    void movesNothingTheSecondTime(@ForAll("documents") String text) {
        TomlEditor editor = TomlDocument.parse(text).edit();
        try {
            editor.moveAll(MOVES);
        } catch (EditConflictException e) {
            return;
        }
        assertThat(editor.document().edit().moveAll(MOVES).edits()).isEmpty();
    }

    @Example
    void makesNoEditIfNothingIsNamed() {
        assertThat(TomlDocument.parse("[a]\nb = 1\n").edit().moveAll(Map.of()).edits())
                .isEmpty();
    }

    private static List<String> comments(String text) {
        return COMMENT.matcher(text).results().map(MatchResult::group).toList();
    }

    @Provide
    Arbitrary<String> documents() {
        return Documents.documents();
    }
}
