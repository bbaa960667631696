// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.toml.Entry;
import dev.ctrcfg.toml.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rule that a comment silences, as in {@code # ctrcfg:ignore runc-lost, deprecated-shim}, on its own line or the next one with
 * something else on it.
 *
 * @param rule the id in the comment
 * @param spot where it stands
 * @param line the line that it is about
 */
record Suppression(String rule, Spot spot, int line) {

    private static final String MARK = "ctrcfg:ignore";

    // Written out: what the compiler makes for records links itself at the first call, which costs milliseconds.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Suppression suppression
                && rule.equals(suppression.rule)
                && spot.equals(suppression.spot)
                && line == suppression.line;
    }

    @Override
    public int hashCode() {
        return 31 * spot.hashCode() + rule.hashCode();
    }

    static List<Suppression> in(LintedFile file) {
        FileText text = file.text();
        List<Suppression> found = new ArrayList<>();
        if (!text.text().contains(MARK)) {
            return found;
        }
        for (int line = 1; line <= text.lines(); line++) {
            int at = text.line(line).indexOf(MARK);
            if (at >= 0 && isComment(file, line, at)) {
                addAll(found, text, line, at + MARK.length());
            }
        }
        return found;
    }

    private static boolean isComment(LintedFile file, int line, int at) {
        String before = file.text().line(line).substring(0, at);
        int hash = before.lastIndexOf('#');
        if (hash < 0 || !before.substring(hash + 1).isBlank()) {
            return false;
        }
        int offset = file.text().start(line) + before.substring(0, hash).getBytes(StandardCharsets.UTF_8).length;
        for (Entry entry : file.entries()) {
            if (entry.valueSpan().start() < offset && offset < entry.valueSpan().end()) {
                return isInArray(entry);
            }
        }
        return true;
    }

    private static boolean isInArray(Entry entry) {
        return entry.value().type() == dev.ctrcfg.toml.TomlValue.Type.ARRAY;
    }

    private static void addAll(List<Suppression> found, FileText text, int line, int from) {
        String comment = text.line(line);
        int start = from;
        boolean more = true;
        while (more) {
            while (start < comment.length() && " \t".indexOf(comment.charAt(start)) >= 0) {
                start++;
            }
            int end = start;
            while (end < comment.length() && isOfId(comment.charAt(end))) {
                end++;
            }
            if (end > start) {
                found.add(of(text, line, start, end));
            }
            more = end > start && end < comment.length() && comment.charAt(end) == ',';
            start = end + 1;
        }
    }

    private static boolean isOfId(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-';
    }

    private static Suppression of(FileText text, int line, int start, int end) {
        String comment = text.line(line);
        int at = text.start(line) + comment.substring(0, start).getBytes(StandardCharsets.UTF_8).length;
        String rule = comment.substring(start, end);
        Spot spot = new Spot(text, new Span(at, at + rule.length()), Optional.empty());
        return new Suppression(rule, spot, about(text, line));
    }

    private static int about(FileText text, int line) {
        int at = line;
        while (at < text.lines() && isBare(text.line(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBare(String line) {
        String stripped = line.strip();
        return stripped.isEmpty() || stripped.startsWith("#");
    }

    boolean covers(Finding finding) {
        boolean there = finding.place().file().equals(spot.file().name())
                && finding.place().start().line() == line;
        return there && finding.rule().equals(rule);
    }
}
