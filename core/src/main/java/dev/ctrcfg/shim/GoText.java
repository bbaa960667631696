// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.shim;

/** Texts as Go's fmt and strconv write them in messages. */
final class GoText {

    private static final String HEX = "0123456789abcdef";

    private GoText() {}

    /** The form of {@code %q}: in double quotes, with what cannot be printed escaped. */
    static String quote(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            appendQuoted(out, text.codePointAt(i));
        }
        return out.append('"').toString();
    }

    private static void appendQuoted(StringBuilder out, int c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case 7 -> out.append("\\a");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case 11 -> out.append("\\v");
            default -> appendCharacter(out, c);
        }
    }

    private static void appendCharacter(StringBuilder out, int c) {
        if (isPrintable(c)) {
            out.appendCodePoint(c);
        } else if (c < 0x80) {
            appendHex(out.append("\\x"), c, 2);
        } else if (c < 0x10000) {
            appendHex(out.append("\\u"), c, 4);
        } else {
            appendHex(out.append("\\U"), c, 8);
        }
    }

    private static void appendHex(StringBuilder out, int c, int digits) {
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            out.append(HEX.charAt(c >> shift & 15));
        }
    }

    /** Letters, marks, numbers, punctuation, symbols, and of the blanks only the common one. */
    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }
}
