// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.toml.Span;
import dev.ctrcfg.toml.TextEdit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Finds the lines in which two texts differ. */
final class LineEdits {

    private LineEdits() {}

    /** The edits, whole lines each, that make the second text of the first. */
    static List<TextEdit> between(String before, String after) {
        List<String> old = lines(before);
        List<String> now = lines(after);
        int[][] common = common(old, now);
        List<TextEdit> edits = new ArrayList<>();
        int offset = 0;
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            int start = offset;
            StringBuilder replacement = new StringBuilder();
            while (differ(old, now, i, j)) {
                if (j < now.size() && (i == old.size() || common[i][j + 1] >= common[i + 1][j])) {
                    replacement.append(now.get(j++));
                } else {
                    offset += length(old.get(i++));
                }
            }
            if (offset > start || replacement.length() > 0) {
                edits.add(new TextEdit(new Span(start, offset), replacement.toString()));
            }
            if (i < old.size() && j < now.size()) {
                offset += length(old.get(i++));
                j++;
            }
        }
        return edits;
    }

    private static boolean differ(List<String> old, List<String> now, int i, int j) {
        boolean left = i < old.size() || j < now.size();
        return left && (i == old.size() || j == now.size() || !old.get(i).equals(now.get(j)));
    }

    private static int length(String line) {
        return line.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Lines with their ends. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            lines.add(text.substring(from, end + 1));
            from = end + 1;
        }
        if (from < text.length()) {
            lines.add(text.substring(from));
        }
        return lines;
    }

    /** The lengths of the longest common subsequences of the rests from each pair of lines on. */
    private static int[][] common(List<String> old, List<String> now) {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
