// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.Arrays;

/**
 * The tokens of a document that carry meaning, in order, four numbers each; see {@link Node} for the kinds. White space
 * and comments are the gaps between them and are not stored.
 */
final class Tape {

    private static final int STRIDE = 4;

    private int[] data;
    private int size;

    Tape(int expected) {
        data = new int[Math.max(16, expected) * STRIDE];
    }

    private Tape(int[] data, int size) {
        this.data = data;
        this.size = size;
    }

    /** Adds an entry and returns its place. */
    int add(int kind, int start, int end) {
        int at = size * STRIDE;
        if (at == data.length) {
            data = Arrays.copyOf(data, grown(at));
        }
        data[at] = kind;
        data[at + 1] = start;
        data[at + 2] = end;
        data[at + 3] = -1;
        return size++;
    }

    private static int grown(int length) {
        return (length / STRIDE + length / STRIDE / 2 + 16) * STRIDE;
    }

    int size() {
        return size;
    }

    int kind(int node) {
        return data[node * STRIDE] & Node.KIND_MASK;
    }

    boolean has(int node, int flag) {
        return (data[node * STRIDE] & flag) != 0;
    }

    int start(int node) {
        return data[node * STRIDE + 1];
    }

    int end(int node) {
        return data[node * STRIDE + 2];
    }

    int link(int node) {
        return data[node * STRIDE + 3];
    }

    void end(int node, int end) {
        data[node * STRIDE + 2] = end;
    }

    void link(int node, int link) {
        data[node * STRIDE + 3] = link;
    }

    /** Gives a value another kind, flags included. */
    void kind(int node, int kind) {
        data[node * STRIDE] = kind;
    }

    void shift(int node, int start, int end) {
        data[node * STRIDE + 1] += start;
        data[node * STRIDE + 2] += end;
    }

    /** Gives the entries from a place on the content of others, further down. */
    void move(int from, int to, int at) {
        if (from != at) {
            System.arraycopy(data, from * STRIDE, data, at * STRIDE, (to - from) * STRIDE);
        }
    }

    /** Forgets all entries but the first. */
    void truncate(int entries) {
        size = entries;
    }

    Tape copy() {
        return new Tape(Arrays.copyOf(data, size * STRIDE), size);
    }

    /** The last entry, from one on, that starts at an offset or before it; entries are in the order of their starts. */
    int lastUpTo(int offset, int from) {
        int node = from;
        while (node + 1 < size && start(node + 1) <= offset) {
            node++;
        }
        return node;
    }

    /** Whether the entry is one part of a key, in a header or not. */
    boolean isKey(int node) {
        int kind = kind(node);
        return kind == Node.KEY || kind == Node.HEADER_KEY;
    }

    /** The first byte of a key part's or string's content, behind the quote if there is one. */
    int nameStart(int node) {
        return start(node) + (has(node, Node.BASIC_KEY | Node.LITERAL_KEY) ? 1 : 0);
    }

    /** The end of a key part's content. */
    int nameEnd(int node) {
        return end(node) - (has(node, Node.BASIC_KEY | Node.LITERAL_KEY) ? 1 : 0);
    }
}
