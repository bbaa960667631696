// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

/**
 * A pattern for names, as containerd's annotations and imports have it.
 *
 * <p>{@code *} stands for any characters and {@code ?} for one, a slash excepted; {@code [a-c]} is one of a set, {@code
 * [^a-c]} one that is not in it, and a backslash takes the next character as it is.
 *
 * <p>Source: {@code Match} of Go's packages path and, on Linux, path/filepath.
 */
public final class GoPattern {

    private final int[] pattern;

    /**
     * Takes any text; one that is not a pattern matches nothing.
     *
     * @param pattern the text
     */
    public GoPattern(String pattern) {
        this.pattern = codePoints(pattern);
    }

    private static int[] codePoints(String text) {
        int[] points = new int[text.codePointCount(0, text.length())];
        int at = 0;
        for (int i = 0; i < points.length; i++) {
            points[i] = text.codePointAt(at);
            at += Character.charCount(points[i]);
        }
        return points;
    }

    /**
     * {@return whether the whole of a name matches}
     *
     * @param name the name
     */
    public boolean matches(String name) {
        return isWellFormed() && matches(codePoints(name));
    }

    /** {@return whether the text is a pattern: sets are closed, and there is something behind every backslash} */
    public boolean isWellFormed() {
        int at = 0;
        while (at < pattern.length) {
            at = pattern[at] == '[' ? endOfSet(at) : afterLiteral(at);
            if (at < 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Goes along pattern and name, and on a mismatch lets the last star take one character more. An earlier star need
     * not be tried again: what follows it has matched as early as it can.
     */
    private boolean matches(int[] name) {
        int at = 0;
        int star = -1;
        int taken = 0;
        int i = 0;
        while (i < name.length || at < pattern.length) {
            if (at < pattern.length && pattern[at] == '*') {
                star = at++;
                taken = i;
            } else if (i < name.length && at < pattern.length && matchesOne(at, name[i])) {
                at = afterOne(at);
                i++;
            } else if (star >= 0 && taken < name.length && name[taken] != '/') {
                at = star + 1;
                i = ++taken;
            } else {
                return false;
            }
        }
        return true;
    }

    private boolean matchesOne(int at, int c) {
        return switch (pattern[at]) {
            case '?' -> c != '/';
            case '[' -> matchesSet(at, c);
            case '\\' -> pattern[at + 1] == c;
            default -> pattern[at] == c;
        };
    }

    private int afterOne(int at) {
        return pattern[at] == '[' ? endOfSet(at) : afterLiteral(at);
    }

    /** The place behind a character that may be escaped; -1 if the pattern ends within. */
    private int afterLiteral(int at) {
        if (pattern[at] != '\\') {
            return at + 1;
        }
        return at + 1 < pattern.length ? at + 2 : -1;
    }

    /** The place behind a set; -1 if it is malformed. A closing bracket cannot be the first of a set. */
    private int endOfSet(int open) {
        int at = startOfRanges(open);
        boolean first = true;
        while (at >= 0 && at < pattern.length) {
            if (pattern[at] == ']' && !first) {
                return at + 1;
            }
            at = endOfRange(at);
            first = false;
        }
        return -1;
    }

    private int startOfRanges(int open) {
        return open + 1 < pattern.length && pattern[open + 1] == '^' ? open + 2 : open + 1;
    }

    private int endOfRange(int at) {
        int end = endOfBound(at);
        boolean range = end >= 0 && end < pattern.length && pattern[end] == '-';
        return range ? endOfBound(end + 1) : end;
    }

    private int endOfBound(int at) {
        if (at >= pattern.length || pattern[at] == '-' || pattern[at] == ']') {
            return -1;
        }
        return afterLiteral(at);
    }

    private boolean matchesSet(int open, int c) {
        int at = startOfRanges(open);
        boolean negated = at == open + 2;
        int end = endOfSet(open) - 1;
        boolean found = false;
        while (at < end) {
            int lowEnd = endOfBound(at);
            int low = pattern[lowEnd - 1];
            at = endOfRange(at);
            int high = pattern[at - 1];
            found |= low <= c && c <= high;
        }
        return found != negated;
    }
}
