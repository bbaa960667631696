// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.shim;

import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlBoolean;
import dev.ctrcfg.toml.TomlFloat;
import dev.ctrcfg.toml.TomlInteger;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlValue;
import java.math.BigDecimal;
import java.util.List;

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

    /** The form of {@code %v}. */
    static String of(TomlValue value) {
        if (value instanceof TomlString string) {
            return string.value();
        }
        if (value instanceof TomlInteger number) {
            return Long.toString(number.value());
        }
        if (value instanceof TomlBoolean bool) {
            return Boolean.toString(bool.value());
        }
        if (value instanceof TomlFloat) {
            return general(value);
        }
        return value instanceof TomlArray array ? list(array) : value.toToml();
    }

    private static String list(TomlArray array) {
        StringBuilder out = new StringBuilder("[");
        for (TomlValue item : array.items()) {
            out.append(out.length() == 1 ? "" : " ").append(of(item));
        }
        return out.append(']').toString();
    }

    /** The form of {@code %T}, of the Go type that go-toml 1 has for a value. */
    static String typeOf(TomlValue value) {
        return switch (value.type()) {
            case STRING -> "string";
            case INTEGER -> "int64";
            case FLOAT -> "float64";
            case BOOLEAN -> "bool";
            case DATE_TIME -> "time.Time";
            case TABLE -> "map[string]interface {}";
            case ARRAY -> typeOf(((TomlArray) value).items());
        };
    }

    private static String typeOf(List<TomlValue> items) {
        if (items.isEmpty() || items.get(0).type() == TomlValue.Type.ARRAY) {
            return "[]interface {}";
        }
        boolean tables = items.get(0).type() == TomlValue.Type.TABLE;
        return tables ? "[]*toml.Tree" : "[]" + typeOf(items.get(0));
    }

    /** A float without an exponent, with as many digits as tell it apart, and at least one behind the point. */
    static String decimal(TomlValue value) {
        double number = ((TomlFloat) value).value();
        if (Double.isNaN(number)) {
            return "nan";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        }
        return plain(new BigDecimal(Double.toString(number)), number);
    }

    /** As {@link #decimal}, but with the digits of single precision if the float has no more, and a sign for inf. */
    static String shortDecimal(TomlValue value) {
        double number = ((TomlFloat) value).value();
        if (number == Double.POSITIVE_INFINITY) {
            return "+inf";
        }
        boolean single = !Double.isInfinite(number) && (float) number == number;
        return single ? plain(new BigDecimal(Float.toString((float) number)), number) : decimal(value);
    }

    private static String plain(BigDecimal digits, double number) {
        if (number == 0) {
            return 1 / number < 0 ? "-0.0" : "0.0";
        }
        String plain = digits.stripTrailingZeros().toPlainString();
        return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }

    /** The form of {@code %v} for floats: with an exponent where the number is very small or large. */
    private static String general(TomlValue value) {
        double number = ((TomlFloat) value).value();
        double size = Math.abs(number);
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return Double.isNaN(number) ? "NaN" : number > 0 ? "+Inf" : "-Inf";
        }
        if (size != 0 && (size < 1e-4 || size >= 1e21)) {
            return exponential(new BigDecimal(Double.toString(number)).stripTrailingZeros());
        }
        String plain = decimal(value);
        return plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain;
    }

    private static String exponential(BigDecimal digits) {
        int exponent = digits.precision() - digits.scale() - 1;
        BigDecimal mantissa = digits.scaleByPowerOfTen(-exponent).stripTrailingZeros();
        String power = Integer.toString(Math.abs(exponent));
        String sign = exponent < 0 ? "e-" : "e+";
        return mantissa.toPlainString() + sign + (power.length() < 2 ? "0" : "") + power;
    }

    /** A control character as TOML escapes it. */
    static String unicodeEscape(char c) {
        StringBuilder out = new StringBuilder("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(Character.toUpperCase(HEX.charAt(c >> shift & 15)));
        }
        return out.toString();
    }
}
