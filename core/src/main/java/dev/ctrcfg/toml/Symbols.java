// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The tables and keys that a document defines, and the index to find them by parent and name.
 *
 * <p>A symbol is a number; 0 is the root table. Symbols are numbered in the order in which they first appear, so a parent
 * comes before its children. Elements of arrays of tables, and inline tables within arrays, are symbols without a name.
 */
final class Symbols {

    /** The root of the document. */
    static final int ROOT = 0;

    /** A table that exists because a header names something below it. */
    static final int IMPLICIT = 1;
    /** A table with a header of its own. */
    static final int EXPLICIT = 2;
    /** A table that exists because a dotted key passes through it. */
    static final int DOTTED = 3;
    /** A table between braces. */
    static final int INLINE = 4;
    /** A key with a value that is not a table. */
    static final int VALUE = 5;
    /** An array of tables. */
    static final int TABLES = 6;
    /** One table of an array of tables. */
    static final int ELEMENT = 7;

    private static final int STRIDE = 5;
    private static final int KIND_BITS = 4;

    // Keys chosen to collide must not make look-ups slow, so the hash differs from process to process.
    private static final long SEED = System.nanoTime() * 0x9E3779B97F4A7C15L ^ System.identityHashCode(new Object());

    private final byte[] bytes;
    private final ByteBuffer text;
    private final Tape tape;
    private int[] data;
    private int count;

    /**
     * An open-addressing table of symbols. A symbol is less than the length of the table, a power of two, so the bits of a
     * slot above the symbol hold those of its hash that did not choose the slot.
     */
    private int[] table;

    Symbols(byte[] bytes, Tape tape, int expected) {
        this.bytes = bytes;
        text = ByteBuffer.wrap(bytes);
        this.tape = tape;
        data = new int[Math.max(8, expected) * STRIDE];
        table = new int[Integer.highestOneBit(Math.max(8, expected)) * 2];
        append(0, -1, IMPLICIT);
    }

    /** The same symbols over a text in which their names and definitions stand elsewhere. */
    private Symbols(Symbols same, int[] data, byte[] bytes, Tape tape) {
        this.bytes = bytes;
        text = ByteBuffer.wrap(bytes);
        this.tape = tape;
        this.data = data;
        count = same.count;
        table = same.table;
    }

    /** These symbols for another text with the same entries on its tape, in other places; nothing may be added to them. */
    Symbols over(byte[] otherBytes, Tape otherTape) {
        return new Symbols(this, data, otherBytes, otherTape);
    }

    /** These symbols for another text, where each entry of the tape has another place; nothing may be added to them. */
    Symbols over(byte[] otherBytes, Tape otherTape, int[] places) {
        int[] moved = Arrays.copyOf(data, count * STRIDE);
        for (int symbol = 0; symbol < count; symbol++) {
            int at = symbol * STRIDE;
            moved[at + 1] = moved(moved[at + 1], places);
            moved[at + 2] = moved(moved[at + 2], places);
            moved[at + 4] = kind(symbol) == INLINE ? moved(moved[at + 4], places) : moved[at + 4];
        }
        return new Symbols(this, moved, otherBytes, otherTape);
    }

    private static int moved(int entry, int[] places) {
        return entry < 0 ? entry : places[entry];
    }

    int count() {
        return count;
    }

    int parent(int symbol) {
        return data[symbol * STRIDE] >>> KIND_BITS;
    }

    int kind(int symbol) {
        return data[symbol * STRIDE] & ((1 << KIND_BITS) - 1);
    }

    /** The entry of the key part that first names the symbol, or -1. */
    int key(int symbol) {
        return data[symbol * STRIDE + 1];
    }

    /** The entry of the symbol's value or header, or -1. */
    int value(int symbol) {
        return data[symbol * STRIDE + 2];
    }

    /** For {@link #TABLES} its last element; for {@link #INLINE} the entry behind its last value. */
    int extra(int symbol) {
        return data[symbol * STRIDE + 4];
    }

    void define(int symbol, int kind, int value) {
        int at = symbol * STRIDE;
        data[at] = data[at] >>> KIND_BITS << KIND_BITS | kind;
        data[at + 2] = value;
    }

    void extra(int symbol, int extra) {
        data[symbol * STRIDE + 4] = extra;
    }

    boolean isTable(int symbol) {
        int kind = kind(symbol);
        return kind != VALUE && kind != TABLES;
    }

    /** Adds a symbol without a name. */
    int addAnonymous(int parent, int kind) {
        return append(parent, -1, kind);
    }

    /** The symbol that a key part names in a table, or the complement of the new one that it now names. */
    int findOrAdd(int parent, int keyNode, int kind) {
        if (tape.has(keyNode, Node.ESCAPED)) {
            byte[] name = Decoder.keyBytes(bytes, tape, keyNode);
            return findOrAdd(parent, keyNode, kind, ByteBuffer.wrap(name), 0, name.length);
        }
        return findOrAdd(parent, keyNode, kind, text, tape.nameStart(keyNode), tape.nameEnd(keyNode));
    }

    @SuppressWarnings("ByteBufferBackingArray") // every buffer here wraps the whole of its array
    private int findOrAdd(int parent, int keyNode, int kind, ByteBuffer name, int from, int to) {
        while ((count + 1) * 4L > table.length * 3L) {
            rehash();
        }
        int hash = hash(parent, name, from, to);
        int mask = table.length - 1;
        int slot = hash & mask;
        for (int entry; (entry = table[slot]) != 0; slot = slot + 1 & mask) {
            if (matches(entry, hash, mask, parent) && sameName(entry & mask, name.array(), from, to)) {
                return entry & mask;
            }
        }
        int added = append(parent, keyNode, kind);
        data[added * STRIDE + 3] = hash;
        table[slot] = hash & ~mask | added;
        return ~added;
    }

    /** The symbol of a name in a table, or -1. */
    int find(int parent, byte[] name, int from, int to) {
        int hash = hash(parent, ByteBuffer.wrap(name), from, to);
        int mask = table.length - 1;
        int slot = hash & mask;
        for (int entry; (entry = table[slot]) != 0; slot = slot + 1 & mask) {
            if (matches(entry, hash, mask, parent) && sameName(entry & mask, name, from, to)) {
                return entry & mask;
            }
        }
        return -1;
    }

    /** Whether a slot is for a hash, by the bits in the slot first: most that differ are told without a look at the data. */
    private boolean matches(int entry, int hash, int mask, int parent) {
        return ((entry ^ hash) & ~mask) == 0 && parent(entry & mask) == parent;
    }

    private boolean sameName(int symbol, byte[] name, int from, int to) {
        int node = key(symbol);
        if (tape.has(node, Node.ESCAPED)) {
            byte[] own = Decoder.keyBytes(bytes, tape, node);
            return Arrays.equals(own, 0, own.length, name, from, to);
        }
        return Arrays.equals(bytes, tape.nameStart(node), tape.nameEnd(node), name, from, to);
    }

    private int append(int parent, int keyNode, int kind) {
        int at = count * STRIDE;
        if (at == data.length) {
            data = Arrays.copyOf(data, (count + count / 2 + 8) * STRIDE);
        }
        data[at] = parent << KIND_BITS | kind;
        data[at + 1] = keyNode;
        data[at + 2] = -1;
        data[at + 3] = 0;
        data[at + 4] = -1;
        return count++;
    }

    private void rehash() {
        int[] larger = new int[table.length * 2];
        int mask = larger.length - 1;
        for (int symbol = 1; symbol < count; symbol++) {
            if (key(symbol) < 0) {
                continue;
            }
            int hash = data[symbol * STRIDE + 3];
            int slot = hash & mask;
            while (larger[slot] != 0) {
                slot = slot + 1 & mask;
            }
            larger[slot] = hash & ~mask | symbol;
        }
        table = larger;
    }

    /** Mixes eight bytes at a time; the last eight may overlap those before, so the length is mixed in first. */
    private static int hash(int parent, ByteBuffer name, int from, int to) {
        int length = to - from;
        long hash = SEED ^ parent * 0x9E3779B97F4A7C15L ^ (long) length << 48;
        if (length >= 8) {
            for (int i = from; i < to - 8; i += 8) {
                hash = mix(hash, name.getLong(i));
            }
            hash = mix(hash, name.getLong(to - 8));
        } else if (length >= 4) {
            hash = mix(hash, name.getInt(from) & 0xffffffffL | (long) name.getInt(to - 4) << 32);
        } else if (length > 0) {
            int ends = name.get(from) & 0xff | (name.get(to - 1) & 0xff) << 8;
            hash = mix(hash, ends | (name.get(from + length / 2) & 0xff) << 16);
        }
        return (int) (hash ^ hash >>> 32);
    }

    private static long mix(long hash, long chunk) {
        long a = hash ^ chunk;
        long b = 0xE7037ED1A0B428DBL;
        return a * b ^ Math.multiplyHigh(a, b) ^ a >>> 29;
    }
}
