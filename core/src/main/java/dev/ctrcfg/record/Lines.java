// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.record;

import dev.ctrcfg.toml.TomlDocument;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A text cut into lines, each with its line end. */
final class Lines {

    private final List<String> texts = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();

    Lines(TomlDocument document) {
        String text = document.text();
        int from = 0;
        int start = 0;
        while (from < text.length()) {
            int feed = text.indexOf('\n', from);
            String line = text.substring(from, feed < 0 ? text.length() : feed + 1);
            texts.add(line);
            starts.add(start);
            start += line.getBytes(StandardCharsets.UTF_8).length;
            from += line.length();
        }
        starts.add(start);
    }

    int count() {
        return texts.size();
    }

    String get(int line) {
        return texts.get(line);
    }

    /** The offset of a line's first byte; that of the line behind the last is the length of the text. */
    int start(int line) {
        return starts.get(line);
    }

    /** The text of some lines. */
    String join(int from, int to) {
        StringBuilder out = new StringBuilder();
        for (int line = from; line < to; line++) {
            out.append(texts.get(line));
        }
        return out.toString();
    }
}
