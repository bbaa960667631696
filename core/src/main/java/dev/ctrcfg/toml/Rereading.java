// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text again after edits that put scalars in the place of whole values.
 *
 * <p>What stands before a value is unchanged and so is what may follow it. If the scanner that reads the new scalar in
 * its place stops where the replacement ends, reading the rest would find the tokens that it found before, only shifted.
 * So the tape is copied, without the elements of arrays that gave way, and the symbols stay. Whatever is not as simple as
 * that is left to the {@link Parser}.
 */
final class Rereading {

    private final Syntax before;
    private final byte[] bytes;
    private final Tape tape;
    private final int[] replaced;
    private final int[] starts;
    private final int[] shifts;
    private final Scalars scalars;
    private int gone;

    private Rereading(Syntax before, byte[] bytes, TomlOptions options, int edits) {
        this.before = before;
        this.bytes = bytes;
        tape = before.tape.copy();
        replaced = new int[edits];
        starts = new int[edits];
        shifts = new int[edits];
        scalars = new Scalars(bytes, new Faults(bytes, options), options.version() == TomlVersion.V1_1);
    }

    /**
     * The reading of the new text, or null if the edits did more than replace values by scalars.
     *
     * @param before the document that was edited
     * @param edits the edits in order
     * @param bytes the text that they made
     */
    static @Nullable Rereading of(Syntax before, List<TextEdit> edits, byte[] bytes, TomlOptions options) {
        if (bytes.length > options.maxBytes()) {
            return null;
        }
        Rereading reading = new Rereading(before, bytes, options, edits.size());
        int shift = 0;
        int node = 0;
        for (int i = 0; i < edits.size(); i++) {
            Span span = edits.get(i).span();
            node = before.tape.lastUpTo(span.start(), node);
            if (!reading.isWholeValue(node, span)) {
                return null;
            }
            int length = reading.rescan(node, span.start() + shift);
            if (length != Edits.utf8Length(edits.get(i).replacement())) {
                return null;
            }
            shift += length - span.length();
            reading.replaced[i] = node;
            reading.starts[i] = span.start();
            reading.shifts[i] = shift;
            reading.gone += before.skip(node) - node - 1;
        }
        reading.shift();
        return reading;
    }

    /** The new document. */
    Syntax syntax() {
        return gone == 0 ? before.with(bytes, tape) : before.with(bytes, tape, compact());
    }

    /** The entries of the new scalars on the tape of {@link #syntax()}. */
    int[] replaced() {
        return replaced;
    }

    /** Whether an entry is the value that stands in a place, and holds no symbols. */
    private boolean isWholeValue(int node, Span place) {
        if (node >= before.tape.size()
                || before.tape.start(node) != place.start()
                || before.tape.end(node) != place.end()) {
            return false;
        }
        int kind = before.tape.kind(node);
        return Node.isScalar(kind) || kind == Node.ARRAY && holdsNoTable(node);
    }

    private boolean holdsNoTable(int array) {
        for (int item = before.tape.link(array) - 1; item > array; item--) {
            if (before.tape.kind(item) == Node.INLINE_TABLE) {
                return false;
            }
        }
        return true;
    }

    /** Scans the scalar that has taken the place of a value, and returns its length, or -1 if there is none. */
    private int rescan(int node, int start) {
        try {
            int end = start < bytes.length ? scalars.scan(start) : -1;
            tape.kind(node, scalars.kind());
            tape.link(node, -1);
            return end - start;
        } catch (Faults.Stop stop) {
            return -1;
        }
    }

    private void shift() {
        int next = 0;
        int shift = 0;
        for (int node = 0; node < tape.size(); node++) {
            int start = tape.start(node);
            while (next < starts.length && starts[next] < start) {
                shift = shifts[next++];
            }
            boolean edited = next < starts.length && starts[next] == start;
            tape.shift(
                    node,
                    shift,
                    edited ? shifts[next] : Node.isContainer(tape.kind(node)) ? shiftBefore(tape.end(node)) : shift);
        }
    }

    /** By how much the text moves that follows all edits before an offset. */
    private int shiftBefore(int offset) {
        int low = 0;
        int high = starts.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (starts[middle] < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? 0 : shifts[low - 1];
    }

    /** Takes the elements of arrays that gave way off the tape, and returns the new place of each entry. */
    private int[] compact() {
        int[] places = new int[tape.size() + 1];
        int from = 0;
        int size = 0;
        for (int i = 0; i < replaced.length; i++) {
            int behind = before.skip(replaced[i]);
            int kept = replaced[i] + 1;
            replaced[i] = size + replaced[i] - from;
            if (behind > kept) {
                size = keep(from, kept, size, places);
                from = behind;
            }
        }
        size = keep(from, tape.size(), size, places);
        places[tape.size()] = size;
        tape.truncate(size);
        for (int node = 0; node < size; node++) {
            if (tape.kind(node) == Node.ARRAY) {
                tape.link(node, places[tape.link(node)]);
            }
        }
        return places;
    }

    /** Moves a run of entries up to a place, and returns the place behind them. */
    private int keep(int from, int to, int at, int[] places) {
        tape.move(from, to, at);
        for (int node = from; node < to; node++) {
            places[node] = at + node - from;
        }
        return at + to - from;
    }
}
