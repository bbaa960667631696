// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

/**
 * Releases in a row: all of the same distributor, from one release on to the end of a line.
 *
 * @param first the first of them
 * @param last the line of the last of them
 */
public record ReleaseRange(ContainerdRelease first, ReleaseLine last) {

    /** {@return the range, such as {@code 1.2 to 1.7}, {@code 1.6.29 to 1.7}, {@code 2.1} or {@code 2.1.9-deb}} */
    @Override
    public String toString() {
        if (first.isDebian()) {
            return first.toString();
        }
        boolean whole = first.patch() == 0;
        String start = whole ? first.line().toString() : first.toString();
        if (first.line() == last) {
            return whole ? start : start + " and later " + last;
        }
        return start + " to " + last;
    }
}
