// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

/** Keeps text that comes from files and file names from steering the terminal that shows it. */
final class Terminal {

    private static final String HEX = "0123456789abcdef";

    private Terminal() {}

    /** {@return the text with control characters written as backslash, u and four digits, but for tab and line ends} */
    static String escape(String text) {
        int first = 0;
        while (first < text.length() && !steers(text, first)) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            append(out, text, i);
        }
        return out.toString();
    }

    private static void append(StringBuilder out, String text, int at) {
        char c = text.charAt(at);
        if (!steers(text, at)) {
            out.append(c);
            return;
        }
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEX.charAt((c >> shift) & 0xf));
        }
    }

    private static boolean steers(String text, int at) {
        boolean lineEnd = text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
        return !lineEnd && steers(text.charAt(at));
    }

    /** Control characters, line separators, and the marks that turn the direction of writing. */
    private static boolean steers(char c) {
        return (Character.isISOControl(c) && c != '\t' && c != '\n')
                || (c >= '\u2028' && c <= '\u202e')
                || (c >= '\u2066' && c <= '\u2069');
    }
}
