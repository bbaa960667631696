// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import java.util.Optional;

/** Finds the name that somebody meant. */
final class Similar {

    private Similar() {}

    /** The candidate that is nearest to a name, if it is near enough to have been meant. */
    static Optional<String> nearest(String name, Iterable<String> candidates) {
        String plain = plain(name);
        int limit = Math.max(1, plain.length() / 3);
        String nearest = null;
        int least = Math.min(limit, 3) + 1;
        for (String candidate : candidates) {
            int distance = distance(plain, plain(candidate), least);
            if (distance < least) {
                nearest = candidate;
                least = distance;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** Whether two names are the same but for case, hyphens and underscores. */
    static boolean isSame(String name, String other) {
        return plain(name).equals(plain(other));
    }

    /** Without what people vary: case, hyphens, underscores. */
    private static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '_' && c != '-') {
                plain.append(Character.toLowerCase(c));
            }
        }
        return plain.toString();
    }

    /** The number of letters that are added, left out, changed or swapped; at most {@code limit}. */
    private static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) >= limit) {
            return limit;
        }
        int[][] rows = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : cell(rows, a, b, new int[] {i, j});
            }
        }
        return Math.min(limit, rows[a.length()][b.length()]);
    }

    private static int cell(int[][] rows, String a, String b, int[] at) {
        int i = at[0];
        int j = at[1];
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(rows[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
    }
}
