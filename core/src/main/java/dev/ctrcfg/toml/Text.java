// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.nio.charset.StandardCharsets;

/** The lines around a place in the bytes of a document. */
final class Text {

    final byte[] bytes;
    private final String otherwise;

    Text(byte[] bytes) {
        this(bytes, "\n");
    }

    /** Lines of a text whose line ends are of a kind if it has none itself. */
    Text(byte[] bytes, String newline) {
        this.bytes = bytes;
        otherwise = newline;
    }

    /** Where the text starts: behind a byte order mark. */
    int begin() {
        return Parser.hasMark(bytes) ? 3 : 0;
    }

    /** The start of the line that an offset is on. */
    int lineStart(int offset) {
        int i = offset;
        int begin = begin();
        while (i > begin && bytes[i - 1] != '\n') {
            i--;
        }
        return i;
    }

    /** The offset behind the line end of the line that an offset is on. */
    int nextLine(int offset) {
        int i = offset;
        while (i < bytes.length && bytes[i] != '\n') {
            i++;
        }
        return Math.min(bytes.length, i + 1);
    }

    /** The offset of the line end of the line that an offset is on. */
    int lineEnd(int offset) {
        int i = offset;
        while (i < bytes.length && bytes[i] != '\n') {
            i++;
        }
        return i > offset && i < bytes.length && bytes[i - 1] == '\r' ? i - 1 : i;
    }

    /** The first byte at or behind an offset that is neither space nor tab. */
    int skipBlanks(int offset) {
        int i = offset;
        while (i < bytes.length && (bytes[i] == ' ' || bytes[i] == '\t')) {
            i++;
        }
        return i;
    }

    /** Whether the line that starts here holds nothing but blanks; the end of the text is no line. */
    boolean isBlankLine(int lineStart) {
        int i = skipBlanks(lineStart);
        return lineStart < bytes.length && (i == bytes.length || bytes[i] == '\n' || bytes[i] == '\r');
    }

    /** Whether the line that starts here holds nothing but a comment. */
    boolean isCommentLine(int lineStart) {
        int i = skipBlanks(lineStart);
        return i < bytes.length && bytes[i] == '#';
    }

    /** Whether nothing but blanks stands between the start of the line and an offset. */
    boolean isFirstOnLine(int offset) {
        return skipBlanks(lineStart(offset)) >= offset;
    }

    /** Whether a line ends with a line feed between two offsets. */
    boolean hasNewline(int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                return true;
            }
        }
        return false;
    }

    /** The offset of a byte at or behind an offset, or -1 if it does not come before the end. */
    int indexOf(char wanted, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** The blanks at the start of the line that an offset is on. */
    String indent(int offset) {
        int start = lineStart(offset);
        return string(start, Math.min(skipBlanks(start), Math.max(start, offset)));
    }

    /** The start of the comment lines that stand directly above a line, or of the line itself. */
    int commentBlockAbove(int lineStart) {
        int start = lineStart;
        while (start > begin()) {
            int above = lineStart(start - 1);
            if (!isCommentLine(above)) {
                break;
            }
            start = above;
        }
        return start;
    }

    /** How many blank lines stand directly above a line. */
    int blankLinesAbove(int lineStart) {
        int count = 0;
        int start = lineStart;
        while (start > begin()) {
            int above = lineStart(start - 1);
            if (!isBlankLine(above)) {
                break;
            }
            start = above;
            count++;
        }
        return count;
    }

    /** The start of the blank lines that stand directly above a line, or of the line itself. */
    int aboveBlankLines(int lineStart) {
        int start = lineStart;
        while (start > begin() && isBlankLine(lineStart(start - 1))) {
            start = lineStart(start - 1);
        }
        return start;
    }

    /** The offset behind the blank lines that start here. */
    int belowBlankLines(int lineStart) {
        int i = lineStart;
        while (isBlankLine(i)) {
            i = nextLine(i);
        }
        return i;
    }

    /** The line end that the line of an offset has, or, if it has none, the one before it. */
    String newline(int offset) {
        int i = Math.min(offset, bytes.length);
        while (i < bytes.length && bytes[i] != '\n') {
            i++;
        }
        if (i == bytes.length) {
            i = Math.min(offset, bytes.length) - 1;
            while (i >= 0 && bytes[i] != '\n') {
                i--;
            }
        }
        if (i < 0) {
            return otherwise;
        }
        return i > 0 && bytes[i - 1] == '\r' ? "\r\n" : "\n";
    }

    /** Whether the text does not end with a line end. */
    boolean lacksFinalNewline() {
        return bytes.length > begin() && bytes[bytes.length - 1] != '\n';
    }

    String string(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
