// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The fewest lines by which two texts differ, by E. W. Myers' greedy algorithm (An O(ND) Difference Algorithm and Its
 * Variations, 1986). Texts that differ in very many lines count as different as a whole.
 */
final class LineDiff {

    private static final int MAX_DIFFERENCES = 2000;

    private final Lines old;
    private final Lines now;
    private final int head;
    private final int oldSize;
    private final int newSize;
    private final List<int[]> rounds = new ArrayList<>();

    private LineDiff(Lines old, Lines now) {
        this.old = old;
        this.now = now;
        int shared = Math.min(old.count(), now.count());
        int same = 0;
        while (same < shared && old.get(same).equals(now.get(same))) {
            same++;
        }
        int tail = 0;
        while (tail < shared - same && sameFromEnd(tail)) {
            tail++;
        }
        head = same;
        oldSize = old.count() - same - tail;
        newSize = now.count() - same - tail;
    }

    private boolean sameFromEnd(int line) {
        return old.get(old.count() - 1 - line).equals(now.get(now.count() - 1 - line));
    }

    /** The hunks that lead from one text to another, in order and with lines between any two. */
    static List<Hunk> between(Lines old, Lines now) {
        LineDiff diff = new LineDiff(old, now);
        if (diff.oldSize == 0 && diff.newSize == 0) {
            return List.of();
        }
        boolean near = diff.oldSize > 0 && diff.newSize > 0 && diff.search();
        return near ? diff.hunks() : List.of(diff.hunk(0, diff.oldSize, 0, diff.newSize));
    }

    private Hunk hunk(int oldStart, int oldEnd, int newStart, int newEnd) {
        return new Hunk(head + oldStart, head + oldEnd, head + newStart, head + newEnd);
    }

    private boolean same(int oldLine, int newLine) {
        return old.get(head + oldLine).equals(now.get(head + newLine));
    }

    /** Goes as far as each number of differences leads, and notes how far on every diagonal; false if it gives up. */
    private boolean search() {
        int most = Math.min(oldSize + newSize, MAX_DIFFERENCES);
        int[] far = new int[2 * most + 3];
        int zero = most + 1;
        for (int d = 0; d <= most; d++) {
            rounds.add(Arrays.copyOfRange(far, zero - d - 1, zero + d + 2));
            for (int k = -d; k <= d; k += 2) {
                int x = k == -d || k != d && far[zero + k - 1] < far[zero + k + 1]
                        ? far[zero + k + 1]
                        : far[zero + k - 1] + 1;
                far[zero + k] = follow(x, x - k);
                if (far[zero + k] >= oldSize && far[zero + k] - k >= newSize) {
                    return true;
                }
            }
        }
        return false;
    }

    private int follow(int x, int y) {
        int at = x;
        while (at < oldSize && y + at - x < newSize && same(at, y + at - x)) {
            at++;
        }
        return at;
    }

    /** Walks back from the end through the notes, one difference a step. */
    private List<Hunk> hunks() {
        List<Hunk> steps = new ArrayList<>();
        int x = oldSize;
        int y = newSize;
        for (int d = rounds.size() - 1; d > 0; d--) {
            int[] far = rounds.get(d);
            int zero = d + 1;
            int k = x - y;
            boolean down = k == -d || k != d && far[zero + k - 1] < far[zero + k + 1];
            int before = down ? far[zero + k + 1] : far[zero + k - 1];
            int beforeY = before - (down ? k + 1 : k - 1);
            steps.add(down ? hunk(before, before, beforeY, beforeY + 1) : hunk(before, before + 1, beforeY, beforeY));
            x = before;
            y = beforeY;
        }
        Collections.reverse(steps);
        return joined(steps);
    }

    private static List<Hunk> joined(List<Hunk> steps) {
        List<Hunk> hunks = new ArrayList<>();
        for (Hunk step : steps) {
            int last = hunks.size() - 1;
            if (last >= 0
                    && hunks.get(last).oldEnd() == step.oldStart()
                    && hunks.get(last).newEnd() == step.newStart()) {
                Hunk before = hunks.get(last);
                hunks.set(last, new Hunk(before.oldStart(), step.oldEnd(), before.newStart(), step.newEnd()));
            } else {
                hunks.add(step);
            }
        }
        return hunks;
    }
}
