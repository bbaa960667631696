// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.record;

/**
 * Lines of one text that stand for lines of another; lines count from 0, an end is behind the last.
 *
 * @param oldStart the first line that is replaced
 * @param oldEnd the end of those that are replaced
 * @param newStart the first line that replaces them
 * @param newEnd the end of those that replace them
 */
record Hunk(int oldStart, int oldEnd, int newStart, int newEnd) {

    boolean isInsertion() {
        return oldStart == oldEnd;
    }

    int growth() {
        return (newEnd - newStart) - (oldEnd - oldStart);
    }

    /** Whether the replaced lines of two hunks have lines in common, or both insert at one place. */
    boolean overlaps(Hunk other) {
        if (isInsertion() && other.isInsertion()) {
            return oldStart == other.oldStart;
        }
        return oldStart < other.oldEnd && other.oldStart < oldEnd;
    }
}
