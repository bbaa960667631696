// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.GoZero;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlDateTime;
import dev.ctrcfg.toml.TomlFloat;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlValue;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;

/** How Go's messages speak of values. */
final class GoValues {

    private GoValues() {}

    /** Whether a value is the one that a field has when nothing sets it. */
    static boolean isZero(TomlValue value) {
        return GoZero.is(value);
    }

    /** The type of a value in an {@code interface {}}, where tables are maps. */
    static String typeOf(TomlValue value) {
        return switch (value.type()) {
            case STRING -> "string";
            case INTEGER -> "int64";
            case FLOAT -> "float64";
            case BOOLEAN -> "bool";
            case ARRAY -> "[]interface {}";
            case TABLE -> "map[string]interface {}";
            case DATE_TIME -> "time.Time";
        };
    }

    /** The type that go-toml 2 gives a date or time. */
    static String timeType(TomlDateTime time) {
        return switch (timeWord(time)) {
            case "datetime" -> "time.Time";
            case "local date" -> "toml.LocalDate";
            case "local time" -> "toml.LocalTime";
            default -> "toml.LocalDateTime";
        };
    }

    /** What go-toml 2 calls a date or time. */
    static String timeWord(TomlDateTime time) {
        if (time.value() instanceof OffsetDateTime) {
            return "datetime";
        }
        if (time.value() instanceof LocalDate) {
            return "local date";
        }
        return time.value() instanceof LocalTime ? "local time" : "local datetime";
    }

    /** A value as {@code %v} prints it. */
    static String print(TomlValue value) {
        StringBuilder out = new StringBuilder();
        append(out, value);
        return out.toString();
    }

    private static void append(StringBuilder out, TomlValue value) {
        if (value instanceof TomlString string) {
            out.append(string.value());
        } else if (value instanceof TomlArray array) {
            appendItems(out, array);
        } else if (value instanceof TomlFloat number) {
            appendFloat(out, number.value());
        } else if (value instanceof TomlDateTime time) {
            appendTime(out, time.toToml());
        } else {
            out.append(value.toToml());
        }
    }

    private static void appendItems(StringBuilder out, TomlArray array) {
        out.append('[');
        for (int i = 0; i < array.size(); i++) {
            if (i > 0) {
                out.append(' ');
            }
            append(out, array.items().get(i));
        }
        out.append(']');
    }

    private static void appendFloat(StringBuilder out, double number) {
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
        if (whole) {
            out.append((long) number);
        } else {
            out.append(number);
        }
    }

    private static void appendTime(StringBuilder out, String toml) {
        int zulu = toml.length() - 1;
        if (toml.length() > 11 && toml.charAt(zulu) == 'Z') {
            out.append(toml, 0, 10).append(' ').append(toml, 11, zulu).append(" +0000 UTC");
        } else {
            out.append(toml);
        }
    }
}
