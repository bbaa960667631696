// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

/**
 * A TOML value by meaning alone: how it was written, and where, is the document's business.
 *
 * <p>Two values are equal when a reader could not tell them apart: {@code 0x10} and {@code 16} are, {@code 1} and
 * {@code 1.0} are not, {@code nan} equals {@code nan}, and the order of a table's keys does not count.
 */
public sealed interface TomlValue
        permits TomlString, TomlInteger, TomlFloat, TomlBoolean, TomlDateTime, TomlArray, TomlTable {

    /** The types of TOML values. */
    enum Type {
        /** A string. */
        STRING("string"),
        /** A 64-bit signed integer. */
        INTEGER("integer"),
        /** A 64-bit floating point number. */
        FLOAT("float"),
        /** True or false. */
        BOOLEAN("boolean"),
        /** A date, a time, or both, with or without an offset. */
        DATE_TIME("date-time"),
        /** An array, or an array of tables. */
        ARRAY("array"),
        /** A table, inline or not. */
        TABLE("table");

        private final String title;

        Type(String title) {
            this.title = title;
        }

        /** {@return the name of the type in TOML's own words} */
        @Override
        public String toString() {
            return title;
        }
    }

    /** {@return the type of this value} */
    Type type();

    /** {@return this value written on one line, in the form that every reader of containerd's takes} */
    default String toToml() {
        return TomlWriter.inline(this);
    }

    /**
     * {@return a string value}
     *
     * @param value the text
     */
    static TomlString of(String value) {
        return new TomlString(value);
    }

    /**
     * {@return an integer value}
     *
     * @param value the number
     */
    static TomlInteger of(long value) {
        return new TomlInteger(value);
    }

    /**
     * {@return a boolean value}
     *
     * @param value true or false
     */
    static TomlBoolean of(boolean value) {
        return new TomlBoolean(value);
    }

    /**
     * {@return a float value}
     *
     * @param value the number
     */
    static TomlFloat of(double value) {
        return new TomlFloat(value);
    }

    /**
     * {@return the value that a piece of TOML stands for}
     *
     * @param toml what may stand behind the {@code =} of a key/value line, in TOML 1.1
     * @throws TomlSyntaxException if it is not a value
     * @throws IllegalArgumentException if there is more behind the value than a comment
     */
    static TomlValue parse(String toml) {
        TomlDocument document = TomlDocument.parse("v = " + toml, TomlOptions.DEFAULT_V1_1);
        Syntax syntax = document.syntax();
        int only = syntax.firstChild(Symbols.ROOT);
        if (syntax.nextSibling(only) >= 0) {
            throw new IllegalArgumentException("not one TOML value: " + toml);
        }
        return syntax.decode(only);
    }
}
