// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the pending changes of an editor concern: keys, and stretches of the text. */
final class TouchedKeys {

    /** A part of a key that was touched, or of one above it. */
    private static final class Step {

        private Map<Key.Part, Step> below = Map.of();
        private boolean touched;

        Step add(Key.Part part) {
            if (below.isEmpty()) {
                below = new HashMap<>(4);
            }
            Step added = new Step();
            below.put(part, added);
            return added;
        }
    }

    private Step root = new Step();
    // Changes mostly come in the order of the text: those up to the first that does not are told by their end alone.
    private final TreeMap<Integer, Integer> spans = new TreeMap<>();
    private final List<Span> ordered = new ArrayList<>();
    private int orderedEnd = -1;
    private final Set<Integer> headers = new HashSet<>();
    private boolean everything;

    void clear() {
        root = new Step();
        spans.clear();
        ordered.clear();
        orderedEnd = -1;
        headers.clear();
        everything = false;
    }

    /** No other change can be worked out before these are made. */
    void addEverything() {
        everything = true;
    }

    void add(Key key) {
        Step at = root;
        for (Key.Part part : key.parts()) {
            Step next = at.below.get(part);
            if (next == null) {
                next = at.add(part);
            }
            at = next;
        }
        at.touched = true;
    }

    /** Whether a key is one of these, or lies above or below one of them. */
    boolean concerns(Key key) {
        Step at = root;
        for (int i = 0; i < key.size() && !everything && !at.touched; i++) {
            at = at.below.get(key.part(i));
            if (at == null) {
                return false;
            }
        }
        return everything || at.touched || !at.below.isEmpty();
    }

    /** Notes a stretch that is replaced; places where something is inserted may coincide. */
    void add(Span span) {
        if (span.start() > orderedEnd && spans.isEmpty()) {
            ordered.add(span);
            orderedEnd = span.end();
        } else {
            sort();
            addSorted(span);
        }
    }

    private void addSorted(Span span) {
        Integer known = spans.get(span.start());
        spans.put(span.start(), known == null ? span.end() : Math.max(known, span.end()));
    }

    private void sort() {
        for (Span span : ordered) {
            addSorted(span);
        }
        ordered.clear();
    }

    /** Notes a place where a header is inserted. */
    void addHeader(Span span) {
        headers.add(span.start());
    }

    boolean overlaps(Span span) {
        if (!headers.isEmpty() && headers.contains(span.start())) {
            return true;
        }
        if (span.start() > orderedEnd && spans.isEmpty()) {
            return false;
        }
        sort();
        Map.Entry<Integer, Integer> before = spans.floorEntry(span.start());
        if (before != null && before.getValue() > span.start()) {
            return true;
        }
        Map.Entry<Integer, Integer> behind = spans.higherEntry(span.start());
        return behind != null && behind.getKey() < span.end();
    }
}
