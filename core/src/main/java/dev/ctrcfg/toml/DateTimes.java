// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.nio.charset.StandardCharsets;

/** Scans dates and times. */
final class DateTimes {

    private final byte[] bytes;
    private final Faults faults;
    private final boolean v11;
    private int kind;
    private int start;
    private int at;

    DateTimes(byte[] bytes, Faults faults, boolean v11) {
        this.bytes = bytes;
        this.faults = faults;
        this.v11 = v11;
    }

    int kind() {
        return kind;
    }

    int scan(int from) {
        start = from;
        at = from;
        if (bytes[at + 2] == ':') {
            kind = Node.LOCAL_TIME;
            time();
        } else {
            kind = Node.LOCAL_DATE;
            date();
            if (separator()) {
                at++;
                kind = Node.LOCAL_DATE_TIME;
                time();
                offset();
            }
        }
        if (at < bytes.length && (Scalars.is(bytes[at], Scalars.BARE) || isMark(bytes[at]))) {
            throw invalid();
        }
        return at;
    }

    private static boolean isMark(byte b) {
        return b == ':' || b == '.' || b == '+';
    }

    private boolean separator() {
        if (at >= bytes.length) {
            return false;
        }
        byte b = bytes[at];
        return b == 'T' || b == 't' || b == ' ' && at + 1 < bytes.length && Scalars.is(bytes[at + 1], Scalars.DIGIT);
    }

    private void date() {
        int year = number(4);
        expect('-');
        int month = number(2);
        expect('-');
        int day = number(2);
        if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) {
            throw outOfRange("no such day");
        }
    }

    private static int daysOf(int year, int month) {
        return switch (month) {
            case 4, 6, 9, 11 -> 30;
            case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            default -> 31;
        };
    }

    private void time() {
        int hour = number(2);
        expect(':');
        int minute = number(2);
        int second = 0;
        if (at < bytes.length && bytes[at] == ':') {
            at++;
            second = number(2);
            fraction();
        } else if (!v11) {
            String message = "a time needs seconds in TOML 1.0";
            faults.add(SyntaxError.Kind.TIME_WITHOUT_SECONDS, start, at, message);
        }
        if (hour > 23 || minute > 59 || second > 59) {
            throw outOfRange("no such time");
        }
    }

    private void fraction() {
        if (at < bytes.length && bytes[at] == '.') {
            at++;
            number(1);
            while (at < bytes.length && Scalars.is(bytes[at], Scalars.DIGIT)) {
                at++;
            }
        }
    }

    private void offset() {
        if (at >= bytes.length) {
            return;
        }
        byte b = bytes[at];
        if (b == 'Z' || b == 'z') {
            at++;
            kind = Node.OFFSET_DATE_TIME;
        } else if (b == '+' || b == '-') {
            at++;
            int hour = number(2);
            expect(':');
            int minute = number(2);
            if (minute > 59 || hour * 60 + minute > 18 * 60) {
                throw outOfRange("no offset from UTC of up to 18 hours");
            }
            kind = Node.OFFSET_DATE_TIME;
        }
    }

    private int number(int digits) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            if (at >= bytes.length || !Scalars.is(bytes[at], Scalars.DIGIT)) {
                throw invalid();
            }
            value = value * 10 + bytes[at++] - '0';
        }
        return value;
    }

    private void expect(char c) {
        if (at >= bytes.length || bytes[at] != c) {
            throw invalid();
        }
        at++;
    }

    private Faults.Stop invalid() {
        return fault("not a date or time: ");
    }

    private Faults.Stop outOfRange(String what) {
        return fault(what + ": ");
    }

    private Faults.Stop fault(String what) {
        int end = Math.max(at, start);
        while (end < bytes.length && (Scalars.is(bytes[end], Scalars.BARE) || isMark(bytes[end]))) {
            end++;
        }
        String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        faults.add(SyntaxError.Kind.INVALID_DATE_TIME, start, end, what + "'" + text + "'");
        return new Faults.Stop();
    }
}
