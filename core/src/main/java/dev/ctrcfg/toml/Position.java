// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import org.jspecify.annotations.Nullable;

/**
 * A place in a document as editors show it.
 *
 * @param line the line, from 1
 * @param column the column, from 1, counted in UTF-16 code units as Java and SARIF do
 */
public record Position(int line, int column) implements Comparable<Position> {

    /** Orders by line, then by column. */
    @Override
    public int compareTo(Position other) {
        int order = Integer.compare(line, other.line);
        return order != 0 ? order : Integer.compare(column, other.column);
    }

    // Written out: what the compiler makes for records links itself at the first call, which costs milliseconds.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Position position && line == position.line && column == position.column;
    }

    @Override
    public int hashCode() {
        return 31 * line + column;
    }

    /** {@return {@code line:column}} */
    @Override
    public String toString() {
        return line + ":" + column;
    }
}
