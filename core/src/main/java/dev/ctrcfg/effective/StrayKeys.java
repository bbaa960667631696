// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import java.util.ArrayList;
import java.util.List;

/** Collects the keys of a table that no setting has. */
final class StrayKeys {

    /**
     * A key that no setting has.
     *
     * @param path its parts from the table on that was decoded, as they stand there
     * @param node what it holds
     */
    record Stray(List<String> path, Node node) {}

    private final List<String> path = new ArrayList<>();
    private final List<Stray> list = new ArrayList<>();

    void enter(String name) {
        path.add(name);
    }

    void leave() {
        path.remove(path.size() - 1);
    }

    void add(Node node) {
        list.add(new Stray(List.copyOf(path), node));
    }

    List<Stray> list() {
        return list;
    }
}
