// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.ArrayList;
import java.util.List;

/** Reads the written form of a {@link Key}. */
final class KeyParser {

    private final String text;
    private final List<Key.Part> parts = new ArrayList<>();
    private int at;

    KeyParser(String text) {
        this.text = text;
    }

    Key parse() {
        skipBlanks();
        if (at == text.length()) {
            return Key.ROOT;
        }
        if (peek() == '[') {
            indexes();
        } else {
            nameAndIndexes();
        }
        while (at < text.length()) {
            if (peek() != '.') {
                throw bad("a dot between two names");
            }
            at++;
            skipBlanks();
            nameAndIndexes();
        }
        return new Key(parts);
    }

    private void nameAndIndexes() {
        parts.add(new Key.Name(name()));
        skipBlanks();
        indexes();
    }

    private void indexes() {
        while (at < text.length() && peek() == '[') {
            int close = text.indexOf(']', at);
            if (close < 0) {
                throw bad("']'");
            }
            at++;
            parts.add(new Key.Index(number(close)));
            at = close + 1;
            skipBlanks();
        }
    }

    private int number(int close) {
        if (at == close) {
            throw bad("a number");
        }
        int value = 0;
        for (int i = at; i < close; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9' || value > 100_000_000) {
                throw bad("a number from 0 to 1000000000");
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    private String name() {
        if (at == text.length()) {
            throw bad("a name");
        }
        char c = peek();
        if (c == '"' || c == '\'') {
            return quoted(c);
        }
        int start = at;
        while (at < text.length() && TomlWriter.isBare(peek())) {
            at++;
        }
        if (at == start) {
            throw bad("a name");
        }
        return text.substring(start, at);
    }

    private String quoted(char quote) {
        int start = at + 1;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == quote) {
                at = i + 1;
                String inner = text.substring(start, i);
                return quote == '\'' ? inner : unescape(inner, start);
            }
            if (c == '\\' && quote == '"') {
                i++;
            }
        }
        throw bad("a closing " + quote);
    }

    private String unescape(String inner, int start) {
        if (inner.indexOf('\\') < 0) {
            return inner;
        }
        try {
            TomlTable holder = TomlDocument.parse("\"" + inner + "\" = 0").root();
            return holder.entries().keySet().iterator().next();
        } catch (TomlSyntaxException e) {
            at = start;
            throw bad("a valid quoted name");
        }
    }

    private char peek() {
        return text.charAt(at);
    }

    private void skipBlanks() {
        while (at < text.length() && (peek() == ' ' || peek() == '\t')) {
            at++;
        }
    }

    private IllegalArgumentException bad(String expected) {
        return new IllegalArgumentException("key " + text + ": expected " + expected + " at character " + (at + 1));
    }
}
