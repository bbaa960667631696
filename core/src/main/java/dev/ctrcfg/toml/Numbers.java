// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.nio.charset.StandardCharsets;

/** Scans integers and floats. */
final class Numbers {

    private final byte[] bytes;
    private final Faults faults;
    private int kind;

    Numbers(byte[] bytes, Faults faults) {
        this.bytes = bytes;
        this.faults = faults;
    }

    int kind() {
        return kind;
    }

    int scan(int start) {
        int end = tokenEnd(start);
        int i = start;
        if (bytes[i] == '+' || bytes[i] == '-') {
            i++;
        }
        kind = Node.INTEGER;
        if (i < end && (bytes[i] == 'i' || bytes[i] == 'n')) {
            special(start, i, end);
        } else if (i == start && i + 1 < end && bytes[i] == '0' && radix(bytes[i + 1]) > 0) {
            prefixed(start, end);
        } else {
            decimal(start, i, end);
        }
        return end;
    }

    private int tokenEnd(int i) {
        int end = i;
        while (end < bytes.length && (Scalars.is(bytes[end], Scalars.BARE) || bytes[end] == '+' || bytes[end] == '.')) {
            end++;
        }
        return end;
    }

    private static int radix(byte letter) {
        return switch (letter) {
            case 'x' -> 16;
            case 'o' -> 8;
            case 'b' -> 2;
            default -> 0;
        };
    }

    private void special(int start, int i, int end) {
        String word = text(i, end);
        if (!word.equals("inf") && !word.equals("nan")) {
            invalid(start, end);
        }
        kind = Node.FLOAT;
    }

    private void prefixed(int start, int end) {
        int radix = radix(bytes[start + 1]);
        long value = 0;
        boolean overflow = false;
        boolean digit = false;
        for (int i = start + 2; i < end; i++) {
            if (bytes[i] == '_') {
                requireDigitsAround(start, i, end, digit);
                digit = false;
                continue;
            }
            int next = Character.digit(bytes[i], radix);
            if (next < 0) {
                invalid(start, end);
            }
            overflow |= value > (Long.MAX_VALUE - next) / radix;
            value = value * radix + next;
            digit = true;
        }
        if (!digit) {
            invalid(start, end);
        }
        if (overflow) {
            outOfRange(start, end);
        }
    }

    private void requireDigitsAround(int start, int underscore, int end, boolean digitBefore) {
        if (!digitBefore || underscore + 1 == end) {
            invalid(start, end);
        }
    }

    private void decimal(int start, int first, int end) {
        int i = digits(start, first, end);
        boolean zero = bytes[first] == '0' && i > first + 1;
        if (i < end && bytes[i] == '.') {
            kind = Node.FLOAT;
            i = digits(start, i + 1, end);
        }
        if (i < end && (bytes[i] == 'e' || bytes[i] == 'E')) {
            kind = Node.FLOAT;
            i++;
            if (i < end && (bytes[i] == '+' || bytes[i] == '-')) {
                i++;
            }
            i = digits(start, i, end);
        }
        if (i != end) {
            invalid(start, end);
        }
        if (zero) {
            String message = "a decimal number cannot start with a zero: " + text(start, end);
            faults.add(SyntaxError.Kind.LEADING_ZERO, start, end, message);
        }
        if (kind == Node.INTEGER && end - start > 18) {
            checkRange(start, first, end);
        }
    }

    /** Steps over digits, single underscores between them; there must be one digit at least. */
    private int digits(int start, int from, int end) {
        int i = from;
        boolean digit = false;
        while (i < end) {
            if (Scalars.is(bytes[i], Scalars.DIGIT)) {
                digit = true;
            } else if (bytes[i] == '_' && digit && i + 1 < end && Scalars.is(bytes[i + 1], Scalars.DIGIT)) {
                digit = false;
            } else {
                break;
            }
            i++;
        }
        if (!digit) {
            invalid(start, end);
        }
        return i;
    }

    private void checkRange(int start, int first, int end) {
        boolean negative = bytes[start] == '-';
        long limit = negative ? Long.MIN_VALUE : -Long.MAX_VALUE;
        long value = 0;
        for (int i = first; i < end; i++) {
            if (bytes[i] == '_') {
                continue;
            }
            int digit = bytes[i] - '0';
            if (value < limit / 10 || value * 10 < limit + digit) {
                outOfRange(start, end);
                return;
            }
            value = value * 10 - digit;
        }
    }

    private void outOfRange(int start, int end) {
        String message =
                "the integer " + text(start, end) + " is not between -9223372036854775808 and 9223372036854775807";
        faults.add(SyntaxError.Kind.INTEGER_OUT_OF_RANGE, start, end, message);
    }

    private void invalid(int start, int end) {
        faults.add(
                SyntaxError.Kind.INVALID_NUMBER,
                start,
                Math.max(end, start + 1),
                "not a number: '" + text(start, end) + "'");
        throw new Faults.Stop();
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
