// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.migrate;

import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.Position;
import dev.ctrcfg.toml.Span;
import dev.ctrcfg.toml.TomlDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hands the comments that went with settings to the notices of these. */
final class LostComments {

    private LostComments() {}

    static List<Notice> addTo(List<Notice> notices, ConfigText text, TomlDocument after) {
        Map<String, Integer> left = new HashMap<>();
        for (Span span : after.comments()) {
            left.merge(after.text(span), 1, Integer::sum);
        }
        List<Span> lost = new ArrayList<>();
        List<Span> all = text.document().comments();
        for (int i = all.size() - 1; i >= 0; i--) {
            String comment = text.document().text(all.get(i));
            if (left.merge(comment, -1, Integer::sum) < 0) {
                lost.add(0, all.get(i));
            }
        }
        return lost.isEmpty() ? notices : with(notices, text, lost);
    }

    private static List<Notice> with(List<Notice> notices, ConfigText text, List<Span> lost) {
        Map<Integer, List<String>> byNotice = new HashMap<>();
        for (Span span : lost) {
            byNotice.computeIfAbsent(nearest(notices, text, span), index -> new ArrayList<>())
                    .add(text.document().text(span));
        }
        List<Notice> all = new ArrayList<>();
        for (int i = 0; i < notices.size(); i++) {
            Notice notice = notices.get(i);
            List<String> comments = byNotice.getOrDefault(i, List.of());
            all.add(new Notice(
                    notice.kind(), notice.file(), notice.position(), notice.key(), notice.message(), comments));
        }
        if (byNotice.containsKey(-1)) {
            Optional<Position> place =
                    Optional.of(text.document().position(lost.get(0).start()));
            all.add(new Notice(
                    Notice.Kind.NO_EFFECT, text.name(), place, Key.ROOT, "these comments are gone", byNotice.get(-1)));
        }
        return all;
    }

    /** The notice about the first thing in or behind the line of a comment, or the last one before it. */
    private static int nearest(List<Notice> notices, ConfigText text, Span span) {
        int line = text.document().position(span.start()).line();
        int best = -1;
        int distance = Integer.MAX_VALUE;
        for (int i = 0; i < notices.size(); i++) {
            int at = notices.get(i).position().map(Position::line).orElse(0);
            int away = at >= line ? at - line : (line - at) + 1_000_000;
            if (away < distance) {
                best = i;
                distance = away;
            }
        }
        return best;
    }
}
