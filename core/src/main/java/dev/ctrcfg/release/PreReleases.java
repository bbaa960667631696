// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

/** The order of pre-release marks: word before number, {@code alpha} before {@code beta} before {@code rc}. */
final class PreReleases {

    private PreReleases() {}

    /** Compares two marks; the empty one, which stands for the final release, is the greatest. */
    static int compare(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Boolean.compare(a.isEmpty(), b.isEmpty());
        }
        int order = word(a).compareTo(word(b));
        return order == 0 ? Integer.compare(number(a), number(b)) : order;
    }

    /** Whether a text behind the patch level begins like a pre-release mark. */
    static boolean isMark(String text) {
        return text.startsWith("alpha") || text.startsWith("beta") || text.startsWith("rc");
    }

    /** The mark in the form {@code beta.0}, whatever stands behind it or between its two parts. */
    static String normalize(String text) {
        return word(text) + "." + number(text);
    }

    private static String word(String mark) {
        int end = 0;
        while (end < mark.length() && Character.isLetter(mark.charAt(end))) {
            end++;
        }
        return mark.substring(0, end);
    }

    private static int number(String mark) {
        int at = word(mark).length();
        if (at < mark.length() && (mark.charAt(at) == '.' || mark.charAt(at) == '-')) {
            at++;
        }
        int number = 0;
        while (at < mark.length() && mark.charAt(at) >= '0' && mark.charAt(at) <= '9' && number < 100_000) {
            number = number * 10 + mark.charAt(at++) - '0';
        }
        return number;
    }
}
