// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares what two documents mean: they may differ where edits were asked for, and nowhere else.
 *
 * <p>Symbols are numbered in the order in which they appear, so the two documents are walked side by side and a look-up by
 * name is needed only behind a difference.
 */
final class Verifier {

    private static final int ADDED = -1;
    private static final int IN_ARRAY = -2;

    private final Syntax before;
    private final Syntax after;
    private final List<Draft.Expectation> expectations;
    private final List<Place> found = new ArrayList<>();
    private int[] origin = {};
    private boolean[] kept = {};
    private @Nullable Marks marksBefore;
    private @Nullable Marks marksAfter;

    Verifier(Syntax before, Syntax after, List<Draft.Expectation> expectations) {
        this.before = before;
        this.after = after;
        this.expectations = expectations;
    }

    /** Whether every key that was edited holds what it should, and every other what it held. */
    boolean holds() {
        return expectationsHold() && restIsUnchanged();
    }

    /**
     * Whether every key that was edited holds what it should, and the values that were replaced belong to those keys. The
     * two documents have the same symbols, so each key leads where it led.
     *
     * @param replaced the entries of the values that were replaced on the tape of the new document
     */
    boolean holdsFor(int[] replaced) {
        BitSet edited = new BitSet(after.tape.size());
        for (Draft.Expectation expectation : expectations) {
            Trail trail = expectation.trail();
            if (!trail.isComplete() || !holds(expectation, trail.last())) {
                return false;
            }
            int node = trail.last().node(after);
            edited.set(node, after.skip(node));
        }
        for (int node : replaced) {
            if (!edited.get(node)) {
                return false;
            }
        }
        return true;
    }

    private boolean expectationsHold() {
        for (Draft.Expectation expectation : expectations) {
            Place place = Place.find(after, expectation.key());
            if (!holds(expectation, place)) {
                return false;
            }
            if (place != null) {
                found.add(place);
            }
        }
        return true;
    }

    private boolean holds(Draft.Expectation expectation, @Nullable Place place) {
        if (place == null || expectation.value().isEmpty()) {
            return place == null && expectation.value().isEmpty();
        }
        return place.holds(after, expectation.value().get());
    }

    private boolean restIsUnchanged() {
        origin = new int[after.symbols.count()];
        kept = new boolean[before.symbols.count()];
        kept[Symbols.ROOT] = true;
        int next = 1;
        for (int symbol = 1; symbol < origin.length; symbol++) {
            int old = originOf(symbol, next);
            origin[symbol] = old;
            if (old >= 0) {
                kept[old] = true;
                next = old + 1;
            }
            boolean same = old == IN_ARRAY || old >= 0 && sameContent(old, symbol);
            if (!same && !isAllowed(symbol)) {
                return false;
            }
        }
        return removalsAreAllowed();
    }

    /** The symbol of the old document that a symbol of the new one stands for. */
    private int originOf(int symbol, int expected) {
        int key = after.symbols.key(symbol);
        int kind = after.symbols.kind(symbol);
        if (key < 0 && kind == Symbols.INLINE) {
            return IN_ARRAY;
        }
        int parent = origin[after.symbols.parent(symbol)];
        if (parent < 0) {
            return parent;
        }
        if (expected < kept.length && before.symbols.parent(expected) == parent && !kept[expected]) {
            if (key < 0 ? before.symbols.kind(expected) == Symbols.ELEMENT : sameName(expected, key)) {
                return expected;
            }
        }
        return key < 0 ? elementOf(symbol, parent) : namedIn(parent, key);
    }

    private boolean sameName(int old, int key) {
        int oldKey = before.symbols.key(old);
        if (oldKey < 0 || before.tape.has(oldKey, Node.ESCAPED) || after.tape.has(key, Node.ESCAPED)) {
            return false;
        }
        return Arrays.equals(
                before.bytes,
                before.tape.nameStart(oldKey),
                before.tape.nameEnd(oldKey),
                after.bytes,
                after.tape.nameStart(key),
                after.tape.nameEnd(key));
    }

    private int namedIn(int parent, int key) {
        byte[] name = Decoder.keyBytes(after.bytes, after.tape, key);
        int found = before.symbols.find(parent, name, 0, name.length);
        return found < 0 ? ADDED : found;
    }

    private int elementOf(int symbol, int parent) {
        int index = after.indexOf(symbol);
        return before.symbols.kind(parent) == Symbols.TABLES ? before.element(parent, index) : ADDED;
    }

    private boolean sameContent(int old, int symbol) {
        int kind = after.symbols.kind(symbol);
        if (kind != Symbols.VALUE) {
            return before.symbols.isTable(old) == after.symbols.isTable(symbol)
                    && (before.symbols.kind(old) == Symbols.TABLES) == (kind == Symbols.TABLES);
        }
        if (before.symbols.kind(old) != Symbols.VALUE) {
            return false;
        }
        int oldNode = before.symbols.value(old);
        int node = after.symbols.value(symbol);
        return Arrays.equals(
                        before.bytes,
                        before.tape.start(oldNode),
                        before.tape.end(oldNode),
                        after.bytes,
                        after.tape.start(node),
                        after.tape.end(node))
                || before.decodeNode(oldNode).equals(after.decodeNode(node));
    }

    /** Whether a symbol of the new document may differ: an edited key, one below it, or a table above it. */
    private boolean isAllowed(int symbol) {
        Marks marks = marksAfter;
        if (marks == null) {
            marks = marks(after, found);
            marksAfter = marks;
        }
        return within(after, marks.edited(), symbol) || after.symbols.isTable(symbol) && marks.above()[symbol];
    }

    private boolean removalsAreAllowed() {
        for (int symbol = 1; symbol < kept.length; symbol++) {
            if (!kept[symbol] && !isAllowedToGo(symbol)) {
                return false;
            }
        }
        return true;
    }

    private boolean isAllowedToGo(int symbol) {
        if (before.symbols.key(symbol) < 0 && before.symbols.kind(symbol) == Symbols.INLINE || isInArray(symbol)) {
            return true;
        }
        Marks marks = marksBefore;
        if (marks == null) {
            marks = marks(before, placesBefore());
            marksBefore = marks;
        }
        return within(before, marks.edited(), symbol) || before.symbols.isTable(symbol) && marks.above()[symbol];
    }

    /** Whether a symbol lies within an inline table of an array; the array is compared as a whole. */
    private boolean isInArray(int symbol) {
        int at = symbol;
        while (at != Symbols.ROOT) {
            if (before.symbols.key(at) < 0 && before.symbols.kind(at) == Symbols.INLINE) {
                return true;
            }
            at = before.symbols.parent(at);
        }
        return false;
    }

    /** The symbols that edited keys lead to, and those of the tables above them. */
    private record Marks(boolean[] edited, boolean[] above) {}

    private List<Place> placesBefore() {
        List<Place> places = new ArrayList<>();
        for (Draft.Expectation expectation : expectations) {
            if (expectation.trail().isComplete()) {
                places.add(expectation.trail().last());
            }
        }
        return places;
    }

    private static Marks marks(Syntax syntax, List<Place> places) {
        boolean[] edited = new boolean[syntax.symbols.count()];
        boolean[] above = new boolean[syntax.symbols.count()];
        for (Place place : places) {
            if (place.symbol() >= 0) {
                edited[place.symbol()] = true;
                markAbove(syntax, above, place.symbol());
            }
        }
        return new Marks(edited, above);
    }

    private static void markAbove(Syntax syntax, boolean[] above, int symbol) {
        int at = symbol;
        while (at != Symbols.ROOT) {
            at = syntax.symbols.parent(at);
            if (above[at]) {
                return;
            }
            above[at] = true;
        }
    }

    private static boolean within(Syntax syntax, boolean[] marks, int symbol) {
        int at = symbol;
        while (!marks[at] && at != Symbols.ROOT) {
            at = syntax.symbols.parent(at);
        }
        return marks[at];
    }
}
