// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.io;

import java.util.ArrayList;
import java.util.List;

/** Finds the lines of a text that hold an action of Go's templates where TOML knows no such thing. */
final class TemplateLines {

    private final byte[] bytes;
    private final List<Line> lines = new ArrayList<>();
    private boolean belowHeader;

    /** The quote of the multi-line string that a line begins within, or 0. */
    private int open;

    /**
     * A line that is no TOML.
     *
     * @param start the offset of the first byte that is no blank
     * @param end the offset behind the last byte, without the line end
     * @param isBelowHeader whether a table's header stands above
     */
    record Line(int start, int end, boolean isBelowHeader) {}

    TemplateLines(byte[] bytes) {
        this.bytes = bytes;
        int at = 0;
        while (at < bytes.length) {
            at = line(at);
        }
    }

    List<Line> lines() {
        return lines;
    }

    /** Reads a line, or the lines that an action runs over. */
    private int line(int start) {
        int end = lineEnd(start);
        int action = open != 0 ? stringEnd(start, end) : firstAction(start, end);
        if (action < 0) {
            return end + 1;
        }
        return actionLines(start, action);
    }

    private int actionLines(int start, int action) {
        int from = start;
        int close = closing(action);
        while (true) {
            int end = lineEnd(from);
            add(from, end);
            if (close < 0 || close <= end) {
                int next = close < 0 ? -1 : find('{', close, end);
                if (next < 0) {
                    return end + 1;
                }
                close = closing(next);
            } else {
                from = end + 1;
            }
            if (close < 0) {
                return end + 1;
            }
        }
    }

    private void add(int from, int end) {
        int last = end > from && bytes[end - 1] == '\r' ? end - 1 : end;
        int first = from;
        while (first < last && (bytes[first] == ' ' || bytes[first] == '\t')) {
            first++;
        }
        boolean known = !lines.isEmpty() && lines.get(lines.size() - 1).start() == first;
        if (first < last && !known) {
            lines.add(new Line(first, last, belowHeader));
        }
    }

    private int lineEnd(int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    /** The offset behind the end of an action, or -1. */
    private int closing(int action) {
        int at = find('}', action, bytes.length);
        return at < 0 ? -1 : at + 2;
    }

    /** Where two of a brace stand side by side, or -1. */
    private int find(int brace, int from, int to) {
        for (int at = from; at + 1 < to; at++) {
            if (bytes[at] == brace && bytes[at + 1] == brace) {
                return at;
            }
        }
        return -1;
    }

    /** The first action on a line that stands in no string and no comment, or -1. */
    private int firstAction(int from, int end) {
        int at = from;
        boolean blank = true;
        while (at < end) {
            int c = bytes[at];
            if (c == '#') {
                return -1;
            }
            if (c == '{' && at + 1 < end && bytes[at + 1] == '{') {
                return at;
            }
            belowHeader |= blank && c == '[';
            blank &= c == ' ' || c == '\t';
            if (c == '"' || c == '\'') {
                at = behindString(at, end);
                if (open != 0) {
                    return stringEnd(at, end);
                }
            } else {
                at++;
            }
        }
        return -1;
    }

    private int behindString(int quote, int end) {
        int c = bytes[quote];
        if (isTriple(quote, c, end)) {
            open = c;
            return quote + 3;
        }
        for (int at = quote + 1; at < end; at++) {
            if (bytes[at] == '\\' && c == '"') {
                at++;
            } else if (bytes[at] == c) {
                return at + 1;
            }
        }
        return end;
    }

    /** Looks for the end of an open string on a line, and for an action behind it. */
    private int stringEnd(int from, int end) {
        for (int at = from; at < end; at++) {
            if (bytes[at] == '\\' && open == '"') {
                at++;
            } else if (isTriple(at, open, end)) {
                open = 0;
                return firstAction(at + 3, end);
            }
        }
        return -1;
    }

    private boolean isTriple(int at, int quote, int end) {
        return at + 2 < end && bytes[at] == quote && bytes[at + 1] == quote && bytes[at + 2] == quote;
    }
}
