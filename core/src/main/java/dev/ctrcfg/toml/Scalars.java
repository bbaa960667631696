// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

/**
 * Scans strings, comments and literals: finds where each ends, and that it is well formed, without decoding it.
 *
 * <p>Every method takes the offset of the first byte and returns that behind the last. {@link #kind()} and
 * {@link #escaped()} tell about the last scalar that was scanned.
 */
final class Scalars {

    /** May stand in a bare key. */
    static final int BARE = 1;
    /** A letter, digit or quote: may start a key. */
    static final int LETTER = 2;

    static final int DIGIT = 4;
    static final int HEX = 8;
    private static final int STOPS_BASIC = 16;
    private static final int STOPS_LITERAL = 32;
    private static final int STOPS_COMMENT = 64;

    private static final byte[] CLASSES = classes();

    private final byte[] bytes;
    private final Faults faults;
    private final boolean v11;
    private final Numbers numbers;
    private final DateTimes dates;
    private int kind;
    private boolean escaped;

    Scalars(byte[] bytes, Faults faults, boolean v11) {
        this.bytes = bytes;
        this.faults = faults;
        this.v11 = v11;
        numbers = new Numbers(bytes, faults);
        dates = new DateTimes(bytes, faults, v11);
    }

    private static byte[] classes() {
        byte[] classes = new byte[256];
        for (int c = 0; c < 256; c++) {
            boolean digit = c >= '0' && c <= '9';
            boolean letter = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
            boolean hex = digit || c >= 'A' && c <= 'F' || c >= 'a' && c <= 'f';
            boolean control = c < 0x20 && c != '\t' || c == 0x7f;
            boolean stops = control || c >= 0x80;
            int flags = digit || letter || c == '_' || c == '-' ? BARE : 0;
            flags |= digit || letter || c == '_' || c == '"' || c == '\'' ? LETTER : 0;
            flags |= digit ? DIGIT : 0;
            flags |= hex ? HEX : 0;
            flags |= stops || c == '"' || c == '\\' ? STOPS_BASIC : 0;
            flags |= stops || c == '\'' ? STOPS_LITERAL : 0;
            flags |= stops ? STOPS_COMMENT : 0;
            classes[c] = (byte) flags;
        }
        return classes;
    }

    static boolean is(byte b, int flag) {
        return (CLASSES[b & 0xff] & flag) != 0;
    }

    /** The kind of the last value, as a {@link Node} with its flags. */
    int kind() {
        return escaped ? kind | Node.ESCAPED : kind;
    }

    /** Whether the last string has an escape sequence. */
    boolean escaped() {
        return escaped;
    }

    /** Scans a value that is neither an array nor an inline table. */
    int scan(int start) {
        escaped = false;
        byte b = bytes[start];
        switch (b) {
            case '"':
                if (tripled(start, b)) {
                    kind = Node.MULTI_LINE_BASIC_STRING;
                    return multiLine(start, b);
                }
                kind = Node.BASIC_STRING;
                return basic(start);
            case '\'':
                if (tripled(start, b)) {
                    kind = Node.MULTI_LINE_LITERAL_STRING;
                    return multiLine(start, b);
                }
                kind = Node.LITERAL_STRING;
                return literal(start);
            case 't':
                return word(start, "true");
            case 'f':
                return word(start, "false");
            default:
                if (is(b, DIGIT) || b == '+' || b == '-' || isWord(start, "inf") || isWord(start, "nan")) {
                    return number(start);
                }
                throw noValue(start);
        }
    }

    // Strings

    private boolean tripled(int i, byte quote) {
        return i + 2 < bytes.length && bytes[i + 1] == quote && bytes[i + 2] == quote;
    }

    /** Scans a string between single double quotes. */
    int basic(int start) {
        escaped = false;
        int i = start + 1;
        while (true) {
            while (i < bytes.length && !is(bytes[i], STOPS_BASIC)) {
                i++;
            }
            if (i < bytes.length && bytes[i] == '"') {
                return i + 1;
            }
            if (i < bytes.length && bytes[i] == '\\') {
                escaped = true;
                i = escape(i);
            } else {
                i = special(start, i);
            }
        }
    }

    /** Scans a string between single quotes. */
    int literal(int start) {
        escaped = false;
        int i = start + 1;
        while (true) {
            while (i < bytes.length && !is(bytes[i], STOPS_LITERAL)) {
                i++;
            }
            if (i < bytes.length && bytes[i] == '\'') {
                return i + 1;
            }
            i = special(start, i);
        }
    }

    /** Steps over a byte that ends the fast loop of a single-line string and is neither quote nor backslash. */
    private int special(int start, int i) {
        if (i >= bytes.length || bytes[i] == '\n' || bytes[i] == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n') {
            String message = "the string is not closed before the end of the line";
            faults.add(SyntaxError.Kind.UNTERMINATED_STRING, start, i, message);
        }
        return bytes[i] < 0 ? utf8(i) : control(i);
    }

    private int multiLine(int start, byte quote) {
        int stop = quote == '"' ? STOPS_BASIC : STOPS_LITERAL;
        int i = start + 3;
        while (true) {
            while (i < bytes.length && !is(bytes[i], stop)) {
                i++;
            }
            if (i >= bytes.length) {
                String message = "the multi-line string is not closed before the end of the document";
                faults.add(SyntaxError.Kind.UNTERMINATED_STRING, start, start + 3, message);
            }
            byte b = bytes[i];
            if (b == quote) {
                int run = quotes(i, quote);
                if (run >= 3) {
                    return i + run;
                }
                i += run;
            } else if (b == '\\') {
                escaped = true;
                i = joinsLines(i) ? i + 1 : escape(i);
            } else if (b == '\n') {
                i++;
            } else if (b == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n') {
                i += 2;
            } else {
                i = b < 0 ? utf8(i) : control(i);
            }
        }
    }

    /** How many quotes stand here, at most the two that may belong to the text and the three that close it. */
    private int quotes(int i, byte quote) {
        int run = 0;
        while (run < 5 && i + run < bytes.length && bytes[i + run] == quote) {
            run++;
        }
        return run;
    }

    /** Whether only blanks stand between a backslash and the end of its line. */
    private boolean joinsLines(int backslash) {
        int i = backslash + 1;
        while (i < bytes.length && (bytes[i] == ' ' || bytes[i] == '\t')) {
            i++;
        }
        return i < bytes.length
                && (bytes[i] == '\n' || bytes[i] == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n');
    }

    private int escape(int backslash) {
        byte b = backslash + 1 < bytes.length ? bytes[backslash + 1] : 0;
        switch (b) {
            case 'b', 't', 'n', 'f', 'r', '"', '\\':
                return backslash + 2;
            case 'u':
                return hexEscape(backslash, 4);
            case 'U':
                return hexEscape(backslash, 8);
            case 'e':
                if (v11) {
                    return backslash + 2;
                }
                break;
            case 'x':
                if (v11) {
                    return hexEscape(backslash, 2);
                }
                break;
            default:
                break;
        }
        int end = Math.min(bytes.length, backslash + 2);
        while (end < bytes.length && (bytes[end] & 0xc0) == 0x80) {
            end++;
        }
        faults.add(SyntaxError.Kind.INVALID_ESCAPE, backslash, end, "not an escape sequence: " + text(backslash, end));
        return end;
    }

    private int hexEscape(int backslash, int digits) {
        int end = backslash + 2 + digits;
        long code = 0;
        for (int i = backslash + 2; i < end; i++) {
            if (i >= bytes.length || !is(bytes[i], HEX)) {
                String message = "expected " + digits + " hexadecimal digits in the escape sequence";
                faults.add(SyntaxError.Kind.INVALID_ESCAPE, backslash, i, message);
                return i;
            }
            code = code << 4 | Character.digit(bytes[i], 16);
        }
        if (code > 0x10ffff || code >= 0xd800 && code <= 0xdfff) {
            String message = text(backslash, end) + " is not a Unicode scalar value";
            faults.add(SyntaxError.Kind.INVALID_ESCAPE, backslash, end, message);
        }
        return end;
    }

    private int control(int i) {
        if (bytes[i] == '\r') {
            String message = "a carriage return must be followed by a line feed";
            faults.add(SyntaxError.Kind.BARE_CARRIAGE_RETURN, i, i + 1, message);
        } else {
            String code = Integer.toHexString(bytes[i] | 0x10000).substring(1).toUpperCase(java.util.Locale.ROOT);
            String message = "the control character U+" + code + " must be escaped";
            faults.add(SyntaxError.Kind.CONTROL_CHARACTER, i, i + 1, message);
        }
        return i + 1;
    }

    /** Scans a comment up to its line end. */
    int comment(int start) {
        int i = start + 1;
        while (true) {
            while (i < bytes.length && !is(bytes[i], STOPS_COMMENT)) {
                i++;
            }
            if (i >= bytes.length || bytes[i] == '\n' || bytes[i] == '\r') {
                return i;
            }
            if (bytes[i] < 0) {
                i = utf8(i);
            } else {
                String message = "a comment cannot contain control characters";
                faults.add(SyntaxError.Kind.CONTROL_CHARACTER_IN_COMMENT, i, i + 1, message);
                i++;
            }
        }
    }

    /** Steps over one character that is not ASCII. */
    private int utf8(int i) {
        int b = bytes[i] & 0xff;
        int length = b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : 2;
        int code = b & (0xff >> length + 1);
        boolean valid = b >= 0xc2 && b <= 0xf4 && i + length <= bytes.length;
        for (int k = 1; valid && k < length; k++) {
            int next = bytes[i + k];
            valid = (next & 0xc0) == 0x80;
            code = code << 6 | next & 0x3f;
        }
        valid = valid
                && (length != 3 || code >= 0x800 && (code < 0xd800 || code > 0xdfff))
                && (length != 4 || code >= 0x10000 && code <= 0x10ffff);
        if (!valid) {
            String message = "the byte 0x" + Integer.toHexString(b) + " is not UTF-8";
            faults.add(SyntaxError.Kind.INVALID_UTF_8, i, i + 1, message);
            return i + 1;
        }
        return i + length;
    }

    // Words, numbers, dates

    private int word(int start, String word) {
        if (!isWord(start, word)) {
            throw noValue(start);
        }
        kind = Node.BOOLEAN;
        return start + word.length();
    }

    private boolean isWord(int start, String word) {
        int end = start + word.length();
        for (int i = 0; i < word.length(); i++) {
            if (start + i >= bytes.length || bytes[start + i] != word.charAt(i)) {
                return false;
            }
        }
        return end >= bytes.length || !is(bytes[end], BARE);
    }

    private Faults.Stop noValue(int start) {
        byte b = bytes[start];
        if (is(b, BARE) || b < 0) {
            int end = Wording.tokenEnd(bytes, start);
            String message = "expected a value, found the bare word " + text(start, end);
            faults.add(SyntaxError.Kind.INVALID_VALUE, start, end, message);
        }
        String message = "expected a value, found " + Wording.found(bytes, start);
        faults.add(SyntaxError.Kind.MISSING_VALUE, start, Wording.tokenEnd(bytes, start), message);
        return new Faults.Stop();
    }

    private int number(int start) {
        if (dateOrTime(start)) {
            int end = dates.scan(start);
            kind = dates.kind();
            return end;
        }
        int end = numbers.scan(start);
        kind = numbers.kind();
        return end;
    }

    private boolean dateOrTime(int i) {
        return i + 2 < bytes.length
                && is(bytes[i], DIGIT)
                && is(bytes[i + 1], DIGIT)
                && (bytes[i + 2] == ':'
                        || i + 4 < bytes.length
                                && is(bytes[i + 2], DIGIT)
                                && is(bytes[i + 3], DIGIT)
                                && bytes[i + 4] == '-');
    }

    private String text(int from, int to) {
        return "'" + new String(bytes, from, to - from, java.nio.charset.StandardCharsets.UTF_8) + "'";
    }
}
