// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the pending changes of an editor concern: keys, and stretches of the text. */
final class TouchedKeys {

    private final Set<Key> keys = new HashSet<>();
    private final Set<Key> above = new HashSet<>();
    private final TreeMap<Integer, Integer> spans = new TreeMap<>();
    private final Set<Integer> headers = new HashSet<>();
    private boolean everything;

    void clear() {
        keys.clear();
        above.clear();
        spans.clear();
        headers.clear();
        everything = false;
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    /** No other change can be worked out before these are made. */
    void addEverything() {
        everything = true;
    }

    void add(Key key) {
        keys.add(key);
        for (int size = key.size() - 1; size >= 0 && above.add(key.head(size)); size--) {
            continue;
        }
    }

    /** Whether a key is one of these, or lies above or below one of them. */
    boolean concerns(Key key) {
        if (everything || above.contains(key)) {
            return true;
        }
        if (keys.isEmpty()) {
            return false;
        }
        for (int size = key.size(); size > 0; size--) {
            if (keys.contains(key.head(size))) {
                return true;
            }
        }
        return false;
    }

    /** Notes a stretch that is replaced; places where something is inserted may coincide. */
    void add(Span span) {
        spans.merge(span.start(), span.end(), Math::max);
    }

    /** Notes a place where a header is inserted. */
    void addHeader(Span span) {
        headers.add(span.start());
    }

    boolean overlaps(Span span) {
        if (headers.contains(span.start())) {
            return true;
        }
        Map.Entry<Integer, Integer> before = spans.floorEntry(span.start());
        if (before != null && before.getValue() > span.start()) {
            return true;
        }
        Map.Entry<Integer, Integer> behind = spans.higherEntry(span.start());
        return behind != null && behind.getKey() < span.end();
    }
}
