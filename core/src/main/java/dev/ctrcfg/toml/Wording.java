// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.nio.charset.StandardCharsets;

/** Names what stands in a text, for messages. */
final class Wording {

    private static final int LONGEST = 40;

    private Wording() {}

    /** The name that a key part stands for, in TOML's spelling; quoted if it is not a bare key. */
    static String quotedName(byte[] bytes, Tape tape, int key) {
        StringBuilder out = new StringBuilder();
        TomlWriter.appendKey(out, Decoder.key(bytes, tape, key));
        return out.toString();
    }

    /** The whole key of a symbol that is named, in TOML's spelling; elements of arrays of tables are not told apart. */
    static String key(byte[] bytes, Tape tape, Symbols symbols, int symbol) {
        StringBuilder out = new StringBuilder();
        for (int at = symbol; at != Symbols.ROOT; at = symbols.parent(at)) {
            if (symbols.key(at) >= 0) {
                String name = quotedName(bytes, tape, symbols.key(at));
                out.insert(0, out.length() == 0 ? name : name + ".");
            }
        }
        return out.toString();
    }

    /** What stands at an offset: a word, a character, or the end of something. */
    static String found(byte[] bytes, int at) {
        if (at >= bytes.length) {
            return "the end of the document";
        }
        byte b = bytes[at];
        if (b == '\n' || b == '\r') {
            return "the end of the line";
        }
        if (b == '#') {
            return "a comment";
        }
        if (b == '"' || b == '\'') {
            return "a string";
        }
        int end = tokenEnd(bytes, at);
        String text = new String(bytes, at, Math.min(end - at, LONGEST), StandardCharsets.UTF_8);
        return "'" + text + (end - at > LONGEST ? "...'" : "'");
    }

    /** The end of the word at an offset; one character if no word stands there. */
    static int tokenEnd(byte[] bytes, int at) {
        int end = at;
        while (end < bytes.length && Scalars.is(bytes[end], Scalars.BARE)) {
            end++;
        }
        if (end > at || at >= bytes.length) {
            return end;
        }
        end++;
        while (end < bytes.length && (bytes[end] & 0xc0) == 0x80) {
            end++;
        }
        return end;
    }
}
