// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

/**
 * How far a key leads into a document.
 *
 * @param key the whole key
 * @param place the deepest place that exists
 * @param found how many parts of the key lead there
 */
record Target(Key key, Place place, int found) {

    static Target of(Syntax syntax, Key key) {
        Trail trail = syntax.trail(key);
        return new Target(key, trail.last(), trail.found());
    }

    boolean exists() {
        return found == key.size();
    }

    /** The key of the deepest place that exists. */
    Key existing() {
        return key.head(found);
    }

    /** The kind of the symbol there, or {@link Symbols#VALUE} for an element of an array. */
    int kind(Syntax syntax) {
        return place.symbol() < 0 ? Symbols.VALUE : syntax.symbols.kind(place.symbol());
    }
}
