// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was made of lines of the schema, so that releases to which the same lines apply share it. */
final class ByLines<T> {

    private record Made<T>(List<String> lines, T what) {}

    private final Map<String, List<Made<T>>> made = new HashMap<>();

    /** What was made of lines under a name, or null. */
    synchronized @Nullable T find(String name, List<String> lines) {
        for (Made<T> one : made.getOrDefault(name, List.of())) {
            if (one.lines().equals(lines)) {
                return one.what();
            }
        }
        return null;
    }

    synchronized void put(String name, List<String> lines, T what) {
        List<Made<T>> known = made.get(name);
        if (known == null) {
            known = new ArrayList<>();
            made.put(name, known);
        }
        known.add(new Made<>(lines, what));
    }
}
