// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

/**
 * A header and the key/values below it, up to the next header; the first section of a document has no header.
 *
 * @param index which section of the document it is, from 0
 * @param header the tape entry of the header, or -1
 * @param symbol the symbol of the table
 * @param firstKey the tape entry of the first part of the first key, or -1 if the section is empty
 * @param lastKey the tape entry of the first part of the last key, or -1
 * @param lastValue the tape entry of the last value, or -1
 */
record Section(int index, int header, int symbol, int firstKey, int lastKey, int lastValue) {

    boolean isEmpty() {
        return firstKey < 0;
    }
}
