// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

import java.util.Optional;

/**
 * The type of a setting.
 *
 * @param kind what it is
 * @param element what its elements or values are, for arrays and maps
 */
public record KeyType(Kind kind, Optional<KeyType> element) {

    /** What a setting is. */
    public enum Kind {
        /** A string. */
        STRING("string"),
        /** True or false. */
        BOOLEAN("boolean"),
        /** A whole number. */
        INTEGER("integer"),
        /** A floating point number. */
        FLOAT("float"),
        /** A string in the form of Go's time.ParseDuration, such as {@code 1m30s}. */
        DURATION("duration"),
        /** Go's time.Duration as such: nanoseconds as an integer, printed as a string such as {@code 5s}. */
        GO_DURATION("go-time-duration"),
        /** A sequence of bytes, in TOML an array of integers. */
        BYTES("bytes"),
        /** Anything. */
        ANY("any"),
        /** A table of settings with fixed names. */
        TABLE("table"),
        /** A table that the file names the keys of; its values have the element's type. */
        MAP("map"),
        /** An array; its elements have the element's type. */
        ARRAY("array");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** {@return the name of the kind as messages use it} */
        @Override
        public String toString() {
            return title;
        }
    }

    private static final KeyType ANY = new KeyType(Kind.ANY, Optional.empty());

    /** {@return a type without elements} */
    static KeyType of(Kind kind) {
        return new KeyType(kind, Optional.empty());
    }

    /** Reads the form of the schema resource: {@code string}, {@code array<string>}, {@code map<array<string>>}. */
    static KeyType parse(String text) {
        if (text.equals("table<any>")) {
            return new KeyType(Kind.MAP, Optional.of(ANY));
        }
        int open = text.indexOf('<');
        if (open < 0) {
            return of(kind(text));
        }
        KeyType element = parse(text.substring(open + 1, text.length() - 1));
        return new KeyType(kind(text.substring(0, open)), Optional.of(element));
    }

    private static Kind kind(String title) {
        for (Kind kind : Kind.values()) {
            if (kind.title.equals(title)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no such type: " + title);
    }

    /** {@return whether values of this type are tables, of fixed names or free ones} */
    public boolean isTable() {
        return kind == Kind.TABLE || kind == Kind.MAP;
    }

    /** {@return the type as messages use it, such as {@code array<string>}} */
    @Override
    public String toString() {
        return element.isEmpty() ? kind.toString() : kind + "<" + element.get() + ">";
    }
}
