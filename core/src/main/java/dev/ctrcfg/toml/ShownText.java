// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.List;

/** The text of a document as it may be shown. */
final class ShownText {

    private final TomlDocument document;
    private final List<Span> hidden;

    ShownText(TomlDocument document, Redaction redaction) {
        this.document = document;
        this.hidden = redaction.hidden(document);
    }

    /** A line with its line end, which is never hidden. */
    String line(int number) {
        int end = document.lines().start(number + 1);
        int text = textEnd(number);
        return of(document.lines().start(number), text) + document.text(new Span(text, end));
    }

    /** A line without its line end, and without the byte order mark. */
    String text(int number) {
        return of(textStart(number), textEnd(number));
    }

    /** Where a line starts, behind a byte order mark. */
    int textStart(int number) {
        boolean marked = number == 1 && Parser.hasMark(document.syntax().bytes);
        return marked ? 3 : document.lines().start(number);
    }

    private int textEnd(int number) {
        byte[] bytes = document.syntax().bytes;
        int start = document.lines().start(number);
        int end = document.lines().start(number + 1);
        if (end > start && bytes[end - 1] == '\n') {
            end--;
        }
        return end > start && bytes[end - 1] == '\r' ? end - 1 : end;
    }

    /** A stretch within one line. */
    String of(int start, int end) {
        StringBuilder out = new StringBuilder();
        int at = start;
        for (int i = 0; i < hidden.size(); i++) {
            Span span = hidden.get(i);
            if (span.end() > at && span.start() < end) {
                int from = Math.max(at, span.start());
                out.append(document.text(new Span(at, from))).append(Redaction.MASK);
                at = Math.min(end, span.end());
            }
        }
        return out.append(document.text(new Span(at, end))).toString();
    }
}
