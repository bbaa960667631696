// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text again after edits that replaced whole scalars.
 *
 * <p>What stands before a scalar is unchanged and so is what may follow it. If the scanner that reads the new scalar in
 * its place stops where the replacement ends, reading the rest would find the tokens that it found before, only shifted.
 * So the tape is copied, and the symbols are shared. Whatever is not as simple as that is left to the {@link Parser}.
 */
final class Rereading {

    private final Syntax before;
    private final byte[] bytes;
    private final Tape tape;
    private final int[] replaced;
    private final int[] starts;
    private final int[] shifts;
    private final Scalars scalars;

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
     * The reading of the new text, or null if the edits did more than replace scalars by others.
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
        for (int i = 0; i < edits.size(); i++) {
            Span span = edits.get(i).span();
            reading.replaced[i] = before.tape.at(span.start());
            int length = reading.rescan(reading.replaced[i], span.end(), span.start() + shift);
            if (length != Edits.utf8Length(edits.get(i).replacement())) {
                return null;
            }
            shift += length - span.length();
            reading.starts[i] = span.start();
            reading.shifts[i] = shift;
        }
        reading.shift();
        return reading;
    }

    /** The new document. */
    Syntax syntax() {
        return before.with(bytes, tape);
    }

    /** The entries on the tape of the scalars that were replaced. */
    int[] replaced() {
        return replaced;
    }

    /** Scans the scalar that has taken the place of another, and returns its length, or -1 if there is none. */
    private int rescan(int node, int oldEnd, int start) {
        if (node < 0 || before.tape.end(node) != oldEnd || !Node.isScalar(before.tape.kind(node))) {
            return -1;
        }
        try {
            int end = start < bytes.length ? scalars.scan(start) : -1;
            tape.kind(node, scalars.kind());
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
            boolean flat = !Node.isContainer(tape.kind(node)) && (next == starts.length || starts[next] != start);
            tape.shift(node, shift, flat ? shift : shiftBefore(tape.end(node)));
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
}
