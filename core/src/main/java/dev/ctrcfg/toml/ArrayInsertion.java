// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

/** Adds elements to arrays and arrays of tables. */
final class ArrayInsertion {

    private final Draft draft;

    ArrayInsertion(Draft draft) {
        this.draft = draft;
    }

    void append(Key key, TomlValue value) {
        Place place = require(key);
        TomlArray old = (TomlArray) place.decode(draft.syntax);
        insert(key, place, old.size(), value);
    }

    void insert(Key key, int index, TomlValue value) {
        Place place = require(key);
        int size = ((TomlArray) place.decode(draft.syntax)).size();
        if (index < 0 || index > size) {
            throw draft.conflict(
                    key, place.node(draft.syntax), key + " has " + size + " elements, there is no place " + index);
        }
        insert(key, place, index, value);
    }

    private void insert(Key key, Place place, int index, TomlValue value) {
        draft.makeExclusive();
        TomlArray old = (TomlArray) place.decode(draft.syntax);
        if (place.symbol() >= 0 && draft.syntax.symbols.kind(place.symbol()) == Symbols.TABLES) {
            if (!(value instanceof TomlTable table)) {
                throw draft.conflict(
                        key, place.node(draft.syntax), key + " is an array of tables, its elements must be tables");
            }
            new Insertion(draft).insertElement(place.symbol(), index, table);
        } else {
            Delimited array = new Delimited(draft, place.node(draft.syntax));
            StringBuilder element = new StringBuilder();
            TomlWriter.append(element, value, array.style());
            array.insert(index, element.toString());
        }
        draft.expect(key, Values.inserted(old, index, value));
    }

    private Place require(Key key) {
        Place place = Place.find(draft.syntax, key);
        if (place == null) {
            throw draft.conflict(key, -1, "there is no array " + key);
        }
        if (!(place.decode(draft.syntax) instanceof TomlArray)) {
            throw draft.conflict(key, place.node(draft.syntax), key + " is not an array");
        }
        return place;
    }
}
