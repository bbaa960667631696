// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

/**
 * What the entries of a {@link Tape} are.
 *
 * <p>Each entry has a kind (one of these numbers, with flags above), a start and an end in the bytes, and a link. A header
 * is followed by its {@link #HEADER_KEY} entries. A key/value is one {@link #KEY} entry for each part, the first of them
 * flagged {@link #FIRST}, followed by the value. An array or inline table is followed by what it contains.
 */
final class Node {

    /** A header in single brackets; links to the symbol of its table. */
    static final int TABLE_HEADER = 1;
    /** A header in double brackets; links to the symbol of its element. */
    static final int ARRAY_HEADER = 2;
    /** One part of a header's key; links to the symbol that it names. */
    static final int HEADER_KEY = 3;
    /** One part of a key/value's key; links to the symbol that it names. */
    static final int KEY = 4;

    static final int BASIC_STRING = 5;
    static final int LITERAL_STRING = 6;
    static final int MULTI_LINE_BASIC_STRING = 7;
    static final int MULTI_LINE_LITERAL_STRING = 8;
    static final int INTEGER = 9;
    static final int FLOAT = 10;
    static final int BOOLEAN = 11;
    static final int OFFSET_DATE_TIME = 12;
    static final int LOCAL_DATE_TIME = 13;
    static final int LOCAL_DATE = 14;
    static final int LOCAL_TIME = 15;
    /** An array between brackets; links to the entry behind its last element. */
    static final int ARRAY = 16;
    /** A table between braces; links to its symbol. */
    static final int INLINE_TABLE = 17;

    static final int KIND_MASK = 0xff;
    /** The key part or string has an escape sequence. */
    static final int ESCAPED = 0x100;
    /** The first part of a key/value's key. */
    static final int FIRST = 0x200;
    /** The key part is between double quotes. */
    static final int BASIC_KEY = 0x400;
    /** The key part is between single quotes. */
    static final int LITERAL_KEY = 0x800;

    private Node() {}

    static boolean isString(int kind) {
        return kind >= BASIC_STRING && kind <= MULTI_LINE_LITERAL_STRING;
    }

    static boolean isContainer(int kind) {
        return kind == ARRAY || kind == INLINE_TABLE;
    }

    static boolean isScalar(int kind) {
        return kind >= BASIC_STRING && kind <= LOCAL_TIME;
    }

    static boolean isHeader(int kind) {
        return kind == TABLE_HEADER || kind == ARRAY_HEADER;
    }
}
