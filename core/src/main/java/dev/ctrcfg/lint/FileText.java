// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.toml.Position;
import dev.ctrcfg.toml.Span;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The bytes of a file, which need not be TOML, and its lines. */
final class FileText {

    private final String name;
    private final byte[] bytes;
    private final int[] starts;
    private final boolean binary;

    FileText(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
        this.starts = starts(bytes);
        this.binary = isBinary(bytes);
    }

    private static int[] starts(byte[] bytes) {
        int[] starts = new int[16];
        int lines = 1;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                starts = lines == starts.length ? Arrays.copyOf(starts, lines * 2) : starts;
                starts[lines++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, lines);
    }

    String name() {
        return name;
    }

    byte[] bytes() {
        return bytes;
    }

    /** The text, with replacement characters for what is not UTF-8. */
    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    int lines() {
        return starts.length;
    }

    /** The offset at which a line starts; lines count from 1. */
    int start(int line) {
        return line > starts.length ? bytes.length : starts[line - 1];
    }

    int lineOf(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : ~found;
    }

    Position position(int offset) {
        int at = Math.min(offset, bytes.length);
        int line = lineOf(at);
        int from = lineStart(line, at);
        return new Position(line, new String(bytes, from, at - from, StandardCharsets.UTF_8).length() + 1);
    }

    /** The columns of a stretch in bytes. */
    ByteColumns columns(Span span) {
        return new ByteColumns(column(span.start()), column(span.end()));
    }

    private int column(int offset) {
        int at = Math.min(offset, bytes.length);
        return at - lineStart(lineOf(at), at) + 1;
    }

    /** Where a line that an offset is on starts; a byte order mark counts for nothing. */
    private int lineStart(int line, int at) {
        return start(line) + (line == 1 && hasMark() && at >= 3 ? 3 : 0);
    }

    private boolean hasMark() {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }

    /** Whether it is a program, a picture or the like. */
    boolean isBinary() {
        return binary;
    }

    private static boolean isBinary(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    /** The text of a line without its line end. */
    String line(int line) {
        int from = start(line);
        int to = start(line + 1);
        while (to > from && (bytes[to - 1] == '\n' || bytes[to - 1] == '\r')) {
            to--;
        }
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** Files of one name are the same within a run. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FileText file && name.equals(file.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
