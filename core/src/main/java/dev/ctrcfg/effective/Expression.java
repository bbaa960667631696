// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.Span;
import java.nio.charset.StandardCharsets;

/**
 * The line of a text that is no document, as far as messages speak of it. Keys that cannot be told stay as they are
 * written.
 */
final class Expression {

    /** One byte is one character here, so that places in the string are places in the text. */
    private final String text;

    private final Span at;
    private final int lineStart;
    private final int start;

    private Expression(String text, Span at) {
        this.text = text;
        this.at = at;
        this.lineStart = text.lastIndexOf('\n', at.start() - 1) + 1;
        this.start = keyStart(lineStart);
    }

    /**
     * {@return the expression around a part of its key}
     *
     * @param bytes the text
     * @param part the part
     */
    static Expression at(byte[] bytes, Span part) {
        return new Expression(new String(bytes, StandardCharsets.ISO_8859_1), part);
    }

    private int keyStart(int from) {
        int key = skipBlanks(from);
        while (key < at.start() && text.charAt(key) == '[') {
            key++;
        }
        return Math.min(skipBlanks(key), at.start());
    }

    private int skipBlanks(int from) {
        int next = from;
        while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\t')) {
            next++;
        }
        return next;
    }

    /** Where its key starts. */
    int start() {
        return start;
    }

    boolean isHeader() {
        return text.charAt(skipBlanks(lineStart)) == '[';
    }

    /** The part, without quotes. */
    String part() {
        Key key = parse(at.start(), at.end());
        return key.size() == 1 ? key.name(0) : decode(at.start(), at.end());
    }

    /** The names of the part and of all tables that it is in, with dots between them. */
    String path() {
        StringBuilder path = new StringBuilder();
        if (!isHeader()) {
            appendTable(path);
        }
        append(path, parse(start, at.end()));
        return path.toString();
    }

    /** The last header above. */
    private void appendTable(StringBuilder path) {
        int line = lineStart;
        while (line > 0) {
            line = text.lastIndexOf('\n', line - 2) + 1;
            int open = skipBlanks(line);
            if (text.startsWith("[", open) && text.indexOf(']', open) > 0) {
                append(path, parse(keyStart(line), text.indexOf(']', open)));
                return;
            }
        }
    }

    private static void append(StringBuilder path, Key key) {
        for (int i = 0; i < key.size(); i++) {
            path.append(path.length() == 0 ? "" : ".").append(key.name(i));
        }
    }

    private Key parse(int from, int to) {
        try {
            return Key.parse(decode(from, to));
        } catch (IllegalArgumentException e) {
            return Key.of(decode(from, to));
        }
    }

    private String decode(int from, int to) {
        byte[] bytes = text.substring(from, to).getBytes(StandardCharsets.ISO_8859_1);
        return new String(bytes, StandardCharsets.UTF_8).strip();
    }
}
