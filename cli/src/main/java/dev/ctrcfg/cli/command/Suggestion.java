// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli.command;

import java.util.List;

/** The word that somebody may have meant. */
public final class Suggestion {

    private Suggestion() {}

    /**
     * {@return the nearest word as the end of a message, or nothing if none is near}
     *
     * @param typed what was typed
     * @param words what could have been typed
     */
    public static String of(String typed, List<String> words) {
        String nearest = "";
        // As many slips as every third letter, and two in a short word.
        int best = Math.max(2, typed.length() / 3) + 1;
        for (String word : words) {
            int distance = distance(typed, word);
            if (distance < best) {
                best = distance;
                nearest = word;
            }
        }
        return nearest.isEmpty() ? "" : "; did you mean " + nearest + "?";
    }

    /** The letters to insert, to leave out, to replace or to swap with their neighbour to come from one word to the other. */
    static int distance(String from, String to) {
        int[][] rows = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            rows[i][0] = i;
        }
        for (int j = 0; j <= to.length(); j++) {
            rows[0][j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            for (int j = 1; j <= to.length(); j++) {
                int replaced = rows[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                int moved = Math.min(rows[i - 1][j], rows[i][j - 1]) + 1;
                rows[i][j] = Math.min(replaced, moved);
                if (isSwap(from, i, to, j)) {
                    rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
                }
            }
        }
        return rows[from.length()][to.length()];
    }

    private static boolean isSwap(String from, int i, String to, int j) {
        return i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
    }
}
