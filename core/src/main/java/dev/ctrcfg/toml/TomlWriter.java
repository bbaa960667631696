// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.Map;

/**
 * Writes keys and values in the forms that every reader of containerd's takes: decimal integers, single-line strings
 * with the oldest escapes, inline tables on one line without a trailing comma, no dotted keys.
 */
final class TomlWriter {

    private TomlWriter() {}

    /** Whether a character may stand in a bare key. */
    static boolean isBare(char c) {
        return c < 0x80 && Scalars.is((byte) c, Scalars.BARE);
    }

    static boolean isBare(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (!isBare(name.charAt(i))) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    /** Appends a key part: bare if it can be, else between double quotes. */
    static void appendKey(StringBuilder out, String name) {
        appendKey(out, name, '"');
    }

    /**
     * Appends a key part: bare if it can be, else between quotes of a kind that can hold it. A double quote within goes
     * between single ones if it can, for go-toml 1 does not read it escaped.
     */
    static void appendKey(StringBuilder out, String name, char quote) {
        if (isBare(name)) {
            out.append(name);
        } else {
            appendString(out, name, name.indexOf('"') >= 0 ? '\'' : quote);
        }
    }

    /** Appends a single-line string between quotes of a kind; double ones if single ones cannot hold it. */
    static void appendString(StringBuilder out, String text, char quote) {
        if (quote == '\'' && isLiteral(text)) {
            out.append('\'').append(text).append('\'');
            return;
        }
        out.append('"');
        if (needsNoEscape(text)) {
            out.append(text);
        } else {
            for (int i = 0; i < text.length(); i++) {
                appendEscaped(out, text.charAt(i), text, i);
            }
        }
        out.append('"');
    }

    /** Whether a text is plain ASCII that can stand between double quotes as it is. */
    private static boolean needsNoEscape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c >= 0x7f || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    /** Whether a text can stand between single quotes. */
    static boolean isLiteral(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'' || c < 0x20 && c != '\t' || c == 0x7f || isUnpaired(text, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUnpaired(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }

    private static void appendEscaped(StringBuilder out, char c, String text, int i) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < 0x20 || c == 0x7f) {
                    appendUnicode(out, c);
                } else if (isUnpaired(text, i)) {
                    throw new IllegalArgumentException("not a string of Unicode characters: unpaired surrogate");
                } else {
                    out.append(c);
                }
            }
        }
    }

    private static void appendUnicode(StringBuilder out, char c) {
        out.append("\\u00");
        out.append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
        out.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
    }

    /** A value on one line. */
    static String inline(TomlValue value) {
        StringBuilder out = new StringBuilder();
        append(out, value, InlineStyle.PLAIN);
        return out.toString();
    }

    /** Appends a value on one line. */
    static void append(StringBuilder out, TomlValue value, InlineStyle style) {
        if (value instanceof TomlString string) {
            appendString(out, string.value(), style.quote());
        } else if (value instanceof TomlInteger integer) {
            out.append(integer.value());
        } else if (value instanceof TomlBoolean bool) {
            out.append(bool.value());
        } else if (value instanceof TomlFloat number) {
            out.append(floating(number.value()));
        } else if (value instanceof TomlDateTime dateTime) {
            out.append(dateTime(dateTime.value()));
        } else if (value instanceof TomlArray array) {
            appendArray(out, array, style);
        } else {
            appendTable(out, (TomlTable) value, style);
        }
    }

    private static void appendArray(StringBuilder out, TomlArray array, InlineStyle style) {
        out.append('[');
        if (array.size() > 0) {
            out.append(style.bracketPadding());
        }
        for (int i = 0; i < array.size(); i++) {
            if (i > 0) {
                out.append(style.comma());
            }
            append(out, array.items().get(i), style);
        }
        if (array.size() > 0) {
            out.append(style.bracketPadding());
        }
        out.append(']');
    }

    private static void appendTable(StringBuilder out, TomlTable table, InlineStyle style) {
        out.append('{');
        if (!table.isEmpty()) {
            out.append(style.bracePadding());
        }
        boolean first = true;
        for (Map.Entry<String, TomlValue> entry : table.entries().entrySet()) {
            if (!first) {
                out.append(style.comma());
            }
            first = false;
            appendKey(out, entry.getKey(), style.quote());
            out.append(style.equals());
            append(out, entry.getValue(), style);
        }
        if (!table.isEmpty()) {
            out.append(style.bracePadding());
        }
        out.append('}');
    }

    private static String floating(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        // Java writes 1.0E10; a lower-case e and a leading digit before it are what TOML and every reader know.
        return Double.toString(value).replace('E', 'e');
    }

    private static String dateTime(Temporal value) {
        if (value instanceof LocalDate date) {
            return date.toString();
        }
        StringBuilder out = new StringBuilder();
        if (value instanceof LocalTime time) {
            return out.append(time(time)).toString();
        }
        LocalDateTime local = value instanceof OffsetDateTime offset ? offset.toLocalDateTime() : (LocalDateTime) value;
        out.append(local.toLocalDate()).append('T').append(time(local.toLocalTime()));
        if (value instanceof OffsetDateTime offset) {
            out.append(offset(offset.getOffset()));
        }
        return out.toString();
    }

    private static String offset(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC) ? "Z" : offset.getId();
    }

    private static String time(LocalTime time) {
        return time.get(ChronoField.NANO_OF_SECOND) == 0 && time.getSecond() == 0
                ? time + ":00"
                : DateTimeFormatter.ISO_LOCAL_TIME.format(time);
    }
}
