// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

/**
 * How values are spelt on one line.
 *
 * @param quote the quotes of strings and keys, where they can hold the text
 * @param equals what stands between a key and its value
 * @param comma what stands between two elements
 * @param bracketPadding what stands inside the brackets of an array
 * @param bracePadding what stands inside the braces of an inline table
 */
record InlineStyle(char quote, String equals, String comma, String bracketPadding, String bracePadding) {

    /** The style where nothing else is known. */
    static final InlineStyle PLAIN = new InlineStyle('"', " = ", ", ", "", " ");

    InlineStyle withQuote(char other) {
        return new InlineStyle(other, equals, comma, bracketPadding, bracePadding);
    }

    InlineStyle withEquals(String other) {
        return new InlineStyle(quote, other, comma, bracketPadding, bracePadding);
    }
}
