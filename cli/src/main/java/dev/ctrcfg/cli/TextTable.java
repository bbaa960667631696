// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows of text with columns below each other. */
final class TextTable {

    private final List<List<String>> rows = new ArrayList<>();

    TextTable(List<String> titles) {
        rows.add(titles);
    }

    void row(List<String> cells) {
        rows.add(cells);
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (List<String> row : rows) {
            int end = out.length();
            for (int column = 0; column < row.size(); column++) {
                out.append(row.get(column));
                end = row.get(column).isEmpty() ? end : out.length();
                out.append(" ".repeat(width(column) - row.get(column).length() + 2));
            }
            out.setLength(end);
            out.append('\n');
        }
        return out.toString();
    }

    private int width(int column) {
        int width = 0;
        for (List<String> row : rows) {
            width = Math.max(width, row.get(column).length());
        }
        return width;
    }
}
