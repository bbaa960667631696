// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Where the lines of a text start; a line ends with a line feed. */
final class LineMap {

    private final byte[] bytes;
    private final int[] starts;

    LineMap(byte[] bytes) {
        this.bytes = bytes;
        int lines = 1;
        for (byte b : bytes) {
            if (b == '\n') {
                lines++;
            }
        }
        starts = new int[lines];
        int line = 1;
        for (int i = 0; i < bytes.length && line < lines; i++) {
            if (bytes[i] == '\n') {
                starts[line++] = i + 1;
            }
        }
    }

    /** The number of lines; a text that ends with a line feed has an empty last one. */
    int lines() {
        return starts.length;
    }

    /** The line of an offset, from 1. */
    int line(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : ~found;
    }

    /** The offset at which a line starts; that of the line behind the last is the length. */
    int start(int line) {
        return line > starts.length ? bytes.length : starts[line - 1];
    }

    Position position(int offset) {
        int line = line(offset);
        int from = start(line);
        if (line == 1 && startsWithMark() && offset >= 3) {
            from = 3;
        }
        return new Position(line, utf16Length(from, offset) + 1);
    }

    private boolean startsWithMark() {
        return Parser.hasMark(bytes);
    }

    private int utf16Length(int from, int to) {
        int length = 0;
        for (int i = from; i < to; i++) {
            int b = bytes[i] & 0xff;
            if (b < 0x80 || b >= 0xc0) {
                length += b >= 0xf0 ? 2 : 1;
            }
        }
        return length;
    }

    /** The text of a line without its line end. */
    String text(int line) {
        int from = start(line);
        int to = start(line + 1);
        if (to > from && bytes[to - 1] == '\n') {
            to--;
        }
        if (to > from && bytes[to - 1] == '\r') {
            to--;
        }
        if (line == 1 && startsWithMark()) {
            from = 3;
        }
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
