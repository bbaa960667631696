// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import org.jspecify.annotations.Nullable;

/**
 * Where a key leads.
 *
 * @param symbol the symbol, or -1 for an element of an array that is not a table
 * @param item the tape entry of that element, or -1
 */
record Place(int symbol, int item) {

    // Written out: what the compiler makes for records links itself at the first call, which costs milliseconds.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Place place && symbol == place.symbol && item == place.item;
    }

    @Override
    public int hashCode() {
        return 31 * symbol + item;
    }

    /** The place of a key in a document, or null if nothing is there. */
    static @Nullable Place find(Syntax syntax, Key key) {
        Trail trail = syntax.trail(key);
        return trail.isComplete() ? trail.last() : null;
    }

    /** The place one part further, or null. */
    @Nullable
    Place step(Syntax syntax, Key.Part part) {
        if (part instanceof Key.Name name) {
            int child = symbol < 0 || !syntax.symbols.isTable(symbol) ? -1 : syntax.child(symbol, name.text());
            return child < 0 ? null : new Place(child, -1);
        }
        int index = ((Key.Index) part).value();
        if (symbol >= 0 && syntax.symbols.kind(symbol) == Symbols.TABLES) {
            int element = syntax.element(symbol, index);
            return element < 0 ? null : new Place(element, -1);
        }
        int array = node(syntax);
        if (array < 0 || syntax.tape.kind(array) != Node.ARRAY) {
            return null;
        }
        int found = syntax.item(array, index);
        if (found < 0) {
            return null;
        }
        return syntax.tape.kind(found) == Node.INLINE_TABLE
                ? new Place(syntax.tape.link(found), -1)
                : new Place(-1, found);
    }

    /** The tape entry of the value or header, or -1. */
    int node(Syntax syntax) {
        return symbol < 0 ? item : syntax.symbols.value(symbol);
    }

    /** Whether a value is here. */
    boolean holds(Syntax syntax, TomlValue value) {
        int node = node(syntax);
        int kind = node < 0 ? -1 : syntax.tape.kind(node);
        // Told by the kind where it can be, which spares decoding.
        boolean differs = Node.isString(kind) != value instanceof TomlString || Node.isScalar(kind) && !isScalar(value);
        return !differs && decode(syntax).equals(value);
    }

    private static boolean isScalar(TomlValue value) {
        return !(value instanceof TomlTable || value instanceof TomlArray);
    }

    TomlValue decode(Syntax syntax) {
        return symbol < 0 ? syntax.decodeNode(item) : syntax.decode(symbol);
    }
}
