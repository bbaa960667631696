// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

/** Writes a source line with a caret below the place of interest. */
final class SourceExcerpt {

    private static final int WIDTH = 160;
    private static final int CONTEXT = 60;

    private SourceExcerpt() {}

    /**
     * Appends a line end, the source line, another line end and the carets.
     *
     * @param column the column of the place, from 1
     * @param length how many characters are at fault; at least one caret is drawn, and none beyond the line
     */
    static void append(StringBuilder out, String line, int column, int length) {
        int at = Math.min(column - 1, line.length());
        int from = line.length() <= WIDTH ? 0 : Math.max(0, at - CONTEXT);
        int to = Math.min(line.length(), from + WIDTH);
        out.append('\n');
        for (int i = from; i < to; i++) {
            out.append(visible(line.charAt(i)));
        }
        out.append('\n');
        for (int i = from; i < at; i++) {
            out.append(line.charAt(i) == '\t' ? '\t' : ' ');
        }
        int carets = Math.max(1, Math.min(length, to - at));
        for (int i = 0; i < carets; i++) {
            out.append('^');
        }
    }

    /** Whether people can read a line; that of a program or a picture they cannot. */
    static boolean isText(String line) {
        int strange = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            strange += c == '\ufffd' || c != '\t' && Character.isISOControl(c) ? 1 : 0;
        }
        return strange < 4 || strange < line.length() / 10;
    }

    /** A character that cannot steer a terminal. */
    static char visible(char c) {
        return c != '\t' && Character.isISOControl(c) || c == '\u2028' || c == '\u2029' || isBidiControl(c) ? '?' : c;
    }

    private static boolean isBidiControl(char c) {
        return c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069';
    }
}
