// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The comments that belong to a key/value or header.
 *
 * @param above the comment lines directly above, from top to bottom, without {@code #} and the blank behind it
 * @param trailing the comment behind it on the same line, likewise
 */
public record Comments(List<String> above, Optional<String> trailing) {

    /** No comments. */
    public static final Comments NONE = new Comments(List.of(), Optional.empty());

    /** Copies the list. */
    public Comments {
        above = List.copyOf(above);
    }

    static Comments of(Syntax syntax, Place place) {
        int node = place.node(syntax);
        if (node < 0 || place.symbol() < 0) {
            return NONE;
        }
        Tape tape = syntax.tape;
        Text text = new Text(syntax.bytes);
        int first = Node.isHeader(tape.kind(node)) ? node : syntax.symbols.key(place.symbol());
        if (first < 0 || !startsLine(text, tape, first)) {
            return NONE;
        }
        int line = text.lineStart(tape.start(first));
        List<String> above = new ArrayList<>();
        for (int at = text.commentBlockAbove(line); at < line; at = text.nextLine(at)) {
            above.add(content(text, text.skipBlanks(at)));
        }
        int behind = text.skipBlanks(tape.end(node));
        boolean commented = behind < text.bytes.length && text.bytes[behind] == '#';
        return new Comments(above, commented ? Optional.of(content(text, behind)) : Optional.empty());
    }

    private static boolean startsLine(Text text, Tape tape, int node) {
        int first = node;
        while (tape.kind(first) == Node.KEY && !tape.has(first, Node.FIRST)) {
            first--;
        }
        return text.isFirstOnLine(tape.start(first));
    }

    private static String content(Text text, int mark) {
        int from = mark + 1;
        int end = text.lineEnd(mark);
        if (from < end && text.bytes[from] == ' ') {
            from++;
        }
        return text.string(from, Math.max(from, end));
    }
}
