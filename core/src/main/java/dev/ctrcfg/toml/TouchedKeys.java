// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the pending changes of an editor concern: keys of its document, and stretches of the text. */
final class TouchedKeys {

    // Places by their symbol, and elements of arrays by their entry on the tape.
    private final Places exact = new Places();
    private final Places above = new Places();
    private final Map<Place, Set<Key.Part>> absent = new HashMap<>();
    // By their offsets: bytes that are replaced, and places where something is inserted.
    private final BitSet replaced = new BitSet();
    private final BitSet inserted = new BitSet();
    private final BitSet headers = new BitSet();
    private boolean everything;

    void clear() {
        exact.clear();
        above.clear();
        absent.clear();
        replaced.clear();
        inserted.clear();
        headers.clear();
        everything = false;
    }

    /** Places of a document. */
    private static final class Places {

        private final BitSet symbols = new BitSet();
        private final BitSet items = new BitSet();

        void clear() {
            symbols.clear();
            items.clear();
        }

        /** Adds a place, and tells whether it was not there yet. */
        boolean add(Place place) {
            if (contains(place)) {
                return false;
            }
            if (place.symbol() >= 0) {
                symbols.set(place.symbol());
            } else {
                items.set(place.item());
            }
            return true;
        }

        boolean contains(Place place) {
            return place.symbol() >= 0 ? symbols.get(place.symbol()) : items.get(place.item());
        }
    }

    /** No other change can be worked out before these are made. */
    void addEverything() {
        everything = true;
    }

    /** Notes the key of a trail. */
    void add(Trail key) {
        int last = key.found() - 1;
        if (key.isComplete()) {
            exact.add(key.last());
            last--;
        } else {
            Set<Key.Part> names = absent.get(key.last());
            if (names == null) {
                names = new HashSet<>();
                absent.put(key.last(), names);
            }
            names.add(key.firstMissing());
        }
        // What is above a place is always the same, so what is above a known one is known.
        while (last >= -1 && above.add(key.place(last))) {
            last--;
        }
    }

    /** Whether a key is one of these, or lies above or below one of them. */
    boolean concerns(Trail key) {
        if (everything || above.contains(key.last()) && key.isComplete()) {
            return true;
        }
        for (int i = -1; i < key.found(); i++) {
            if (exact.contains(key.place(i))) {
                return true;
            }
        }
        Set<Key.Part> names = key.isComplete() ? null : absent.get(key.last());
        return names != null && names.contains(key.firstMissing());
    }

    /** Notes a stretch that is replaced; places where something is inserted may coincide. */
    void add(Span span) {
        if (span.length() == 0) {
            inserted.set(span.start());
        } else {
            replaced.set(span.start(), span.end());
        }
    }

    /** Notes a place where a header is inserted. */
    void addHeader(Span span) {
        headers.set(span.start());
    }

    /** Whether a stretch cannot be replaced as well. */
    boolean overlaps(Span span) {
        if (headers.get(span.start()) || replaced.get(span.start())) {
            return true;
        }
        for (int i = span.start() + 1; i < span.end(); i++) {
            if (replaced.get(i) || inserted.get(i)) {
                return true;
            }
        }
        return false;
    }
}
