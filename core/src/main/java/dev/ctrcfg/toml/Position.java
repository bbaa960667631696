// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

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

    /** {@return {@code line:column}} */
    @Override
    public String toString() {
        return line + ":" + column;
    }
}
