// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

/** Writes keys and lines as their new place has them. */
final class Respelling {

    private Respelling() {}

    /** A dotted key that takes the place of the key parts between two tape entries, quoted as they are. */
    static String path(Draft draft, int first, int last, Key key) {
        char quote = draft.layout().keyQuote();
        for (int node = last; node >= first; node--) {
            if (draft.tape.has(node, Node.BASIC_KEY | Node.LITERAL_KEY)) {
                quote = draft.layout().quoteOf(node);
            }
        }
        return path(key, quote);
    }

    /** A dotted key without its indexes. */
    static String path(Key key, char quote) {
        StringBuilder out = new StringBuilder();
        for (Key.Part part : key.parts()) {
            if (part instanceof Key.Name name) {
                if (out.length() > 0) {
                    out.append('.');
                }
                TomlWriter.appendKey(out, name.text(), quote);
            }
        }
        return out.toString();
    }

    /** Lines that start with another indentation; what is indented less than the first stays. */
    static String indent(String lines, String from, String to) {
        if (from.equals(to)) {
            return lines;
        }
        StringBuilder out = new StringBuilder();
        int start = 0;
        while (start < lines.length()) {
            int feed = lines.indexOf('\n', start);
            int end = feed < 0 ? lines.length() : feed + 1;
            boolean deep = lines.startsWith(from, start)
                    && !lines.substring(start, end).isBlank();
            out.append(deep ? to : "").append(lines, deep ? start + from.length() : start, end);
            start = end;
        }
        return out.toString();
    }
}
