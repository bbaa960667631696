// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A document that was read: its bytes, the tape and symbols over them, and how to find and decode what they hold. */
final class Syntax {

    final byte[] bytes;
    final Tape tape;
    final Symbols symbols;
    final List<SyntaxError> faults;
    private @Nullable Children children;
    private @Nullable Trail trail;
    // Look-ups by index come in runs for one array; those of the last one are at hand.
    private @Nullable Members lastElements;
    private @Nullable Members lastItems;

    Syntax(byte[] bytes, Tape tape, Symbols symbols, List<SyntaxError> faults) {
        this.bytes = bytes;
        this.tape = tape;
        this.symbols = symbols;
        this.faults = faults;
    }

    /** This document after scalars have been replaced by others. */
    Syntax with(byte[] otherBytes, Tape otherTape) {
        return with(new Syntax(otherBytes, otherTape, symbols.over(otherBytes, otherTape), faults));
    }

    /** This document after values have given way to scalars, and the entries of the tape have moved to other places. */
    Syntax with(byte[] otherBytes, Tape otherTape, int[] places) {
        return with(new Syntax(otherBytes, otherTape, symbols.over(otherBytes, otherTape, places), faults));
    }

    private Syntax with(Syntax other) {
        other.children = children;
        return other;
    }

    /** First child and next sibling of each symbol. */
    private record Children(int[] first, int[] next) {}

    private Children children() {
        Children known = children;
        if (known == null) {
            known = index();
            children = known;
        }
        return known;
    }

    private Children index() {
        int count = symbols.count();
        int[] first = new int[count];
        int[] next = new int[count];
        Arrays.fill(first, -1);
        Arrays.fill(next, -1);
        for (int symbol = count - 1; symbol > 0; symbol--) {
            if (symbols.key(symbol) < 0 && symbols.kind(symbol) != Symbols.ELEMENT) {
                continue;
            }
            int parent = symbols.parent(symbol);
            next[symbol] = first[parent];
            first[parent] = symbol;
        }
        return new Children(first, next);
    }

    /** The first child of a symbol in the order of appearance, or -1. */
    int firstChild(int symbol) {
        return children().first()[symbol];
    }

    /** The next child of the same parent, or -1. */
    int nextSibling(int symbol) {
        return children().next()[symbol];
    }

    /** The name of a symbol. */
    String name(int symbol) {
        return Decoder.key(bytes, tape, symbols.key(symbol));
    }

    /** Where a key leads. */
    Trail trail(Key key) {
        Trail last = trail;
        if (last != null && last.leadsTo(key)) {
            return last;
        }
        Trail found = Trail.of(this, key, last);
        trail = found;
        return found;
    }

    /** The symbol of a name in a table, or -1. */
    int child(int table, String name) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        return symbols.find(table, utf8, 0, utf8.length);
    }

    /** The members of an array, by place: symbols of an array of tables, or tape entries of one between brackets. */
    private record Members(int owner, int[] places) {}

    /** The element of an array of tables, or -1. */
    int element(int tables, int index) {
        int[] elements = elements(tables);
        return index < elements.length ? elements[index] : -1;
    }

    /** The place of an element in its array of tables. */
    int indexOf(int element) {
        return Arrays.binarySearch(elements(symbols.parent(element)), element);
    }

    private int[] elements(int tables) {
        Members known = lastElements;
        if (known == null || known.owner() != tables) {
            int count = 0;
            for (int element = firstChild(tables); element >= 0; element = nextSibling(element)) {
                count++;
            }
            int[] places = new int[count];
            int index = 0;
            for (int element = firstChild(tables); element >= 0; element = nextSibling(element)) {
                places[index++] = element;
            }
            known = new Members(tables, places);
            lastElements = known;
        }
        return known.places();
    }

    /** The tape entry of an element of an array, or -1. */
    int item(int array, int index) {
        int[] items = items(array);
        return index < items.length ? items[index] : -1;
    }

    private int[] items(int array) {
        Members known = lastItems;
        if (known == null || known.owner() != array) {
            int[] places = new int[8];
            int count = 0;
            int end = tape.link(array);
            for (int item = array + 1; item < end; item = skip(item)) {
                if (count == places.length) {
                    places = Arrays.copyOf(places, count * 2);
                }
                places[count++] = item;
            }
            known = new Members(array, Arrays.copyOf(places, count));
            lastItems = known;
        }
        return known.places();
    }

    /** The tape entry behind a value and all it contains. */
    int skip(int value) {
        return switch (tape.kind(value)) {
            case Node.ARRAY -> tape.link(value);
            case Node.INLINE_TABLE -> symbols.extra(tape.link(value));
            default -> value + 1;
        };
    }

    /** Decodes what a symbol holds. */
    TomlValue decode(int symbol) {
        return switch (symbols.kind(symbol)) {
            case Symbols.VALUE -> decodeNode(symbols.value(symbol));
            case Symbols.TABLES -> tables(symbol);
            default -> table(symbol);
        };
    }

    /** Decodes a value on the tape. */
    TomlValue decodeNode(int node) {
        return switch (tape.kind(node)) {
            case Node.ARRAY -> array(node);
            case Node.INLINE_TABLE -> table(tape.link(node));
            default -> Decoder.scalar(bytes, tape, node);
        };
    }

    private TomlTable table(int symbol) {
        Map<String, TomlValue> entries = new LinkedHashMap<>();
        for (int child = firstChild(symbol); child >= 0; child = nextSibling(child)) {
            entries.put(name(child), decode(child));
        }
        return new TomlTable(entries);
    }

    private TomlArray tables(int tables) {
        List<TomlValue> items = new ArrayList<>();
        for (int element = firstChild(tables); element >= 0; element = nextSibling(element)) {
            items.add(table(element));
        }
        return new TomlArray(items);
    }

    private TomlArray array(int array) {
        List<TomlValue> items = new ArrayList<>();
        int end = tape.link(array);
        for (int item = array + 1; item < end; item = skip(item)) {
            items.add(decodeNode(item));
        }
        return new TomlArray(items);
    }
}
