// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.Arrays;

/**
 * The symbols that the last header named, part by part. Most headers begin like the one before them, and what they share
 * is found here without a look-up by hash.
 *
 * <p>Invariant: the symbols up to {@link #size} are those of the last header, so that an array of tables among them has
 * had no element added behind it.
 */
final class HeaderPath {

    private final byte[] bytes;
    private final Tape tape;
    private int[] keys = {};
    private int[] symbols = {};
    private int size;
    private boolean shared;

    HeaderPath(byte[] bytes, Tape tape) {
        this.bytes = bytes;
        this.tape = tape;
    }

    /** Starts with a header; its parts are to be asked for in order, each followed by {@link #put}. */
    void start() {
        shared = true;
    }

    /** The symbol that a part names if the last header begins with the same parts, or -1. */
    int find(int level, int key) {
        shared = shared && level < size && sameName(keys[level], key);
        return shared ? symbols[level] : -1;
    }

    void put(int level, int key, int symbol) {
        if (level == keys.length) {
            keys = Arrays.copyOf(keys, level * 2 + 8);
            symbols = Arrays.copyOf(symbols, level * 2 + 8);
        }
        keys[level] = key;
        symbols[level] = symbol;
        size = level + 1;
    }

    /** Forgets everything: what follows has nothing in common with a header at fault. */
    void clear() {
        size = 0;
    }

    private boolean sameName(int one, int other) {
        if (tape.has(one, Node.ESCAPED) || tape.has(other, Node.ESCAPED)) {
            return false;
        }
        int from = tape.nameStart(one);
        int to = tape.nameEnd(one);
        int otherFrom = tape.nameStart(other);
        return to - from == tape.nameEnd(other) - otherFrom
                && Arrays.equals(bytes, from, to, bytes, otherFrom, otherFrom + to - from);
    }
}
