// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

import java.nio.charset.StandardCharsets;

/**
 * A length of time as containerd's settings have it, such as {@code 1m30s} or {@code 1.5h}.
 *
 * <p>Source: {@code ParseDuration} of Go's package time.
 */
public final class GoDuration {

    private static final long SECOND = 1_000_000_000L;
    private static final String HEX = "0123456789abcdef";

    private final String text;
    private int at;

    private GoDuration(String text) {
        this.text = text;
    }

    /**
     * {@return the nanoseconds that a text stands for}
     *
     * @param text a sign or none, and then numbers with units of {@code h}, {@code m}, {@code s}, {@code ms}, {@code us}
     *     and {@code ns}; or just {@code 0}
     * @throws IllegalArgumentException if it is not of this form or beyond 292 years; the message is Go's
     */
    public static long parse(String text) {
        return new GoDuration(text).parse();
    }

    /**
     * {@return whether a text is a length of time}
     *
     * @param text the text
     */
    public static boolean isValid(String text) {
        try {
            parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * {@return a length of time in Go's own form, such as {@code 1m30s}, {@code 1.5ms} or {@code 0s}}
     *
     * @param nanoseconds the length
     */
    public static String format(long nanoseconds) {
        if (nanoseconds == 0) {
            return "0s";
        }
        if (nanoseconds == Long.MIN_VALUE) {
            return "-2562047h47m16.854775808s";
        }
        StringBuilder out = new StringBuilder();
        if (nanoseconds < 0) {
            out.append('-');
        }
        appendPositive(out, Math.abs(nanoseconds));
        return out.toString();
    }

    private static void appendPositive(StringBuilder out, long nanoseconds) {
        if (nanoseconds < 1_000L) {
            out.append(nanoseconds).append("ns");
        } else if (nanoseconds < 1_000_000L) {
            appendDecimal(out, nanoseconds, 1_000L).append("\u00b5s");
        } else if (nanoseconds < SECOND) {
            appendDecimal(out, nanoseconds, 1_000_000L).append("ms");
        } else {
            appendClock(out, nanoseconds);
        }
    }

    private static void appendClock(StringBuilder out, long nanoseconds) {
        long minutes = nanoseconds / SECOND / 60;
        if (minutes >= 60) {
            out.append(minutes / 60).append('h');
        }
        if (minutes > 0) {
            out.append(minutes % 60).append('m');
        }
        appendDecimal(out, nanoseconds - minutes * 60 * SECOND, SECOND).append('s');
    }

    private static StringBuilder appendDecimal(StringBuilder out, long value, long unit) {
        out.append(value / unit);
        long rest = value % unit;
        if (rest > 0) {
            out.append('.');
            for (long digit = unit / 10; rest > 0; digit /= 10) {
                out.append(rest / digit);
                rest %= digit;
            }
        }
        return out;
    }

    private long parse() {
        boolean negative = text.startsWith("-");
        at = negative || text.startsWith("+") ? 1 : 0;
        if (text.length() == at + 1 && text.charAt(at) == '0') {
            return 0;
        }
        if (at == text.length()) {
            throw invalid();
        }
        long sum = 0;
        while (at < text.length()) {
            sum = add(sum, term());
        }
        return negative ? -sum : sum;
    }

    private long add(long sum, long term) {
        if (sum > Long.MAX_VALUE - term) {
            throw invalid();
        }
        return sum + term;
    }

    private long term() {
        int start = at;
        long whole = digits();
        boolean any = at > start;
        double fraction = 0;
        if (at < text.length() && text.charAt(at) == '.') {
            int point = ++at;
            fraction = fraction();
            any |= at > point;
        }
        if (!any) {
            throw invalid();
        }
        long unit = unit();
        return scaled(whole, unit, fraction);
    }

    private long scaled(long whole, long unit, double fraction) {
        if (whole > Long.MAX_VALUE / unit) {
            throw invalid();
        }
        return add(whole * unit, (long) (fraction * unit));
    }

    private long digits() {
        long number = 0;
        while (at < text.length() && isDigit(text.charAt(at))) {
            int digit = text.charAt(at++) - '0';
            if (number > (Long.MAX_VALUE - digit) / 10) {
                throw invalid();
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** Digits behind the point; those beyond what 63 bits hold do not count. */
    private double fraction() {
        long number = 0;
        double scale = 1;
        boolean full = false;
        while (at < text.length() && isDigit(text.charAt(at))) {
            int digit = text.charAt(at++) - '0';
            full |= number > (Long.MAX_VALUE - digit) / 10;
            if (!full) {
                number = number * 10 + digit;
                scale *= 10;
            }
        }
        return number / scale;
    }

    private long unit() {
        int start = at;
        while (at < text.length() && text.charAt(at) != '.' && !isDigit(text.charAt(at))) {
            at++;
        }
        String unit = text.substring(start, at);
        return switch (unit) {
            case "ns" -> 1L;
            case "us", "\u00b5s", "\u03bcs" -> 1_000L;
            case "ms" -> 1_000_000L;
            case "s" -> SECOND;
            case "m" -> 60_000_000_000L;
            case "h" -> 3_600_000_000_000L;
            case "" -> throw new IllegalArgumentException("time: missing unit in duration " + quoted(text));
            default ->
                throw new IllegalArgumentException(
                        "time: unknown unit " + quoted(unit) + " in duration " + quoted(text));
        };
    }

    private IllegalArgumentException invalid() {
        return new IllegalArgumentException("time: invalid duration " + quoted(text));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** In double quotes, with every byte that is not printable ASCII in hexadecimal. */
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b == '"' || b == '\\') {
                out.append('\\').append((char) b);
            } else if (b >= ' ' && b < 0x7f) {
                out.append((char) b);
            } else {
                out.append("\\x").append(HEX.charAt(b >> 4 & 15)).append(HEX.charAt(b & 15));
            }
        }
        return out.append('"').toString();
    }
}
