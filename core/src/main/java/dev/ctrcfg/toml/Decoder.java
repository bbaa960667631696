// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Turns scalars and key parts, already scanned and found well formed, into values. */
final class Decoder {

    private Decoder() {}

    /** The name that a key part stands for. */
    static String key(byte[] bytes, Tape tape, int key) {
        int from = tape.nameStart(key);
        int to = tape.nameEnd(key);
        return tape.has(key, Node.ESCAPED) ? unescape(bytes, from, to) : text(bytes, from, to);
    }

    /** The name that a key part stands for, in UTF-8. */
    static byte[] keyBytes(byte[] bytes, Tape tape, int key) {
        return key(bytes, tape, key).getBytes(StandardCharsets.UTF_8);
    }

    /** The value of a scalar. */
    static TomlValue scalar(byte[] bytes, Tape tape, int node) {
        int from = tape.start(node);
        int to = tape.end(node);
        return switch (tape.kind(node)) {
            case Node.BASIC_STRING, Node.LITERAL_STRING ->
                new TomlString(
                        tape.has(node, Node.ESCAPED)
                                ? unescape(bytes, from + 1, to - 1)
                                : text(bytes, from + 1, to - 1));
            case Node.MULTI_LINE_BASIC_STRING, Node.MULTI_LINE_LITERAL_STRING ->
                new TomlString(multiLine(bytes, from, to, tape.has(node, Node.ESCAPED)));
            case Node.BOOLEAN -> new TomlBoolean(bytes[from] == 't');
            case Node.INTEGER -> new TomlInteger(integer(bytes, from, to));
            case Node.FLOAT -> new TomlFloat(floating(text(bytes, from, to)));
            default -> new TomlDateTime(DateTimeText.decode(bytes, from, tape.kind(node)));
        };
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private static String multiLine(byte[] bytes, int start, int end, boolean escaped) {
        int from = start + 3;
        if (bytes[from] == '\r' && bytes[from + 1] == '\n') {
            from += 2;
        } else if (bytes[from] == '\n') {
            from++;
        }
        return escaped ? unescape(bytes, from, end - 3) : text(bytes, from, end - 3);
    }

    private static String unescape(byte[] bytes, int from, int to) {
        StringBuilder out = new StringBuilder(to - from);
        int plain = from;
        int i = from;
        while (i < to) {
            if (bytes[i] != '\\') {
                i++;
                continue;
            }
            out.append(text(bytes, plain, i));
            i = escape(bytes, i + 1, to, out);
            plain = i;
        }
        return out.append(text(bytes, plain, to)).toString();
    }

    /** Appends what stands behind a backslash, and returns where the text goes on. */
    private static int escape(byte[] bytes, int i, int to, StringBuilder out) {
        switch (bytes[i]) {
            case 'b' -> out.append('\b');
            case 't' -> out.append('\t');
            case 'n' -> out.append('\n');
            case 'f' -> out.append('\f');
            case 'r' -> out.append('\r');
            case 'e' -> out.append('\u001b');
            case 'x' -> {
                return codePoint(bytes, i + 1, Math.min(to, i + 3), out);
            }
            case 'u' -> {
                return codePoint(bytes, i + 1, Math.min(to, i + 5), out);
            }
            case 'U' -> {
                return codePoint(bytes, i + 1, Math.min(to, i + 9), out);
            }
            case ' ', '\t', '\r', '\n' -> {
                return skipWhiteSpace(bytes, i, to);
            }
            default -> out.append((char) bytes[i]);
        }
        return i + 1;
    }

    private static int skipWhiteSpace(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\r' || bytes[i] == '\n')) {
            i++;
        }
        return i;
    }

    /** Appends the character with a number; a faulty number, which only a faulty text has, is the replacement character. */
    private static int codePoint(byte[] bytes, int from, int end, StringBuilder out) {
        int code = 0;
        for (int i = from; i < end; i++) {
            code = code << 4 | Character.digit(bytes[i], 16) & 15;
        }
        out.appendCodePoint(Character.isValidCodePoint(code) ? code : 0xfffd);
        return end;
    }

    private static long integer(byte[] bytes, int from, int to) {
        int i = from;
        int radix = 10;
        boolean negative = bytes[i] == '-';
        if (negative || bytes[i] == '+') {
            i++;
        } else if (to - i > 2 && bytes[i] == '0') {
            radix = radix(bytes[i + 1]);
            i += radix == 10 ? 0 : 2;
        }
        long value = 0;
        for (; i < to; i++) {
            if (bytes[i] != '_') {
                value = value * radix - Character.digit(bytes[i], radix);
            }
        }
        return negative ? value : -value;
    }

    private static int radix(byte letter) {
        return switch (letter) {
            case 'x' -> 16;
            case 'o' -> 8;
            case 'b' -> 2;
            default -> 10;
        };
    }

    private static double floating(String text) {
        String plain = text.replace("_", "");
        if (plain.endsWith("inf")) {
            return plain.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return plain.endsWith("nan") ? Double.NaN : Double.parseDouble(plain);
    }

    /** Reads the digits of a date-time. */
    private static final class DateTimeText {

        private final byte[] bytes;
        private int at;

        private DateTimeText(byte[] bytes, int at) {
            this.bytes = bytes;
            this.at = at;
        }

        static java.time.temporal.Temporal decode(byte[] bytes, int from, int kind) {
            DateTimeText text = new DateTimeText(bytes, from);
            if (kind == Node.LOCAL_TIME) {
                return text.time();
            }
            LocalDate date = text.date();
            if (kind == Node.LOCAL_DATE) {
                return date;
            }
            text.at++;
            LocalDateTime dateTime = date.atTime(text.time());
            return kind == Node.LOCAL_DATE_TIME ? dateTime : OffsetDateTime.of(dateTime, text.offset());
        }

        private LocalDate date() {
            int year = number(4);
            at++;
            int month = number(2);
            at++;
            return LocalDate.of(year, month, number(2));
        }

        private LocalTime time() {
            int hour = number(2);
            at++;
            int minute = number(2);
            if (at >= bytes.length || bytes[at] != ':') {
                return LocalTime.of(hour, minute);
            }
            at++;
            int second = number(2);
            return LocalTime.of(hour, minute, second, nanos());
        }

        private int nanos() {
            if (at >= bytes.length || bytes[at] != '.') {
                return 0;
            }
            at++;
            int nanos = 0;
            int digits = 0;
            while (at < bytes.length && Scalars.is(bytes[at], Scalars.DIGIT)) {
                if (digits++ < 9) {
                    nanos = nanos * 10 + bytes[at] - '0';
                }
                at++;
            }
            for (; digits < 9; digits++) {
                nanos *= 10;
            }
            return nanos;
        }

        private ZoneOffset offset() {
            byte sign = bytes[at++];
            if (sign == 'Z' || sign == 'z') {
                return ZoneOffset.UTC;
            }
            int hours = number(2);
            at++;
            int minutes = hours * 60 + number(2);
            return ZoneOffset.ofTotalSeconds((sign == '-' ? -minutes : minutes) * 60);
        }

        private int number(int digits) {
            int value = 0;
            for (int i = 0; i < digits; i++) {
                value = value * 10 + bytes[at++] - '0';
            }
            return value;
        }
    }
}
