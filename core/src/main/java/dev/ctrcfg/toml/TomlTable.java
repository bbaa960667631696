// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table, whatever its spelling: with a header, inline, by dotted keys, or the document's root.
 *
 * @param entries the values by name, in the order of their first appearance; the order does not count in
 *     {@code equals}
 */
public record TomlTable(Map<String, TomlValue> entries) implements TomlValue {

    /** The table without entries. */
    public static final TomlTable EMPTY = new TomlTable(Map.of());

    /** Copies the map, in its order. */
    public TomlTable {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** {@return a builder for a table} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * {@return the value of a name}
     *
     * @param name a name directly in this table
     */
    public Optional<TomlValue> get(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    /**
     * {@return the value at a key}
     *
     * @param key a key from this table on; the root key is this table itself
     */
    public Optional<TomlValue> find(Key key) {
        TomlValue at = this;
        for (Key.Part part : key.parts()) {
            at = step(at, part);
            if (at == null) {
                return Optional.empty();
            }
        }
        return Optional.of(at);
    }

    private static @Nullable TomlValue step(TomlValue from, Key.Part part) {
        if (part instanceof Key.Name name) {
            return from instanceof TomlTable table ? table.entries.get(name.text()) : null;
        }
        int index = ((Key.Index) part).value();
        return from instanceof TomlArray array && index < array.size()
                ? array.items().get(index)
                : null;
    }

    /** {@return the number of entries} */
    public int size() {
        return entries.size();
    }

    /** {@return whether there are no entries} */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /**
     * {@return this table with one more entry, or with another value for the one of that name}
     *
     * @param name the name
     * @param value the value
     */
    public TomlTable with(String name, TomlValue value) {
        Map<String, TomlValue> changed = new LinkedHashMap<>(entries);
        changed.put(name, value);
        return new TomlTable(changed);
    }

    /**
     * {@return this table without the entry of a name}
     *
     * @param name the name; nothing changes if it is absent
     */
    public TomlTable without(String name) {
        if (!entries.containsKey(name)) {
            return this;
        }
        Map<String, TomlValue> changed = new LinkedHashMap<>(entries);
        changed.remove(name);
        return new TomlTable(changed);
    }

    @Override
    public Type type() {
        return Type.TABLE;
    }

    // Written out: what the compiler makes for records links itself at the first call, which costs milliseconds.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TomlTable table && entries.equals(table.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    @Override
    public String toString() {
        return toToml();
    }

    /** Collects the entries of a table. */
    public static final class Builder {

        private final Map<String, TomlValue> entries = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Adds an entry; a later one of the same name replaces the value.
         *
         * @param name the name
         * @param value the value
         * @return this builder
         */
        public Builder put(String name, TomlValue value) {
            entries.put(name, value);
            return this;
        }

        /**
         * Adds a string.
         *
         * @param name the name
         * @param value the text
         * @return this builder
         */
        public Builder put(String name, String value) {
            return put(name, TomlValue.of(value));
        }

        /**
         * Adds a boolean.
         *
         * @param name the name
         * @param value true or false
         * @return this builder
         */
        public Builder put(String name, boolean value) {
            return put(name, TomlValue.of(value));
        }

        /**
         * Adds an integer.
         *
         * @param name the name
         * @param value the number
         * @return this builder
         */
        public Builder put(String name, long value) {
            return put(name, TomlValue.of(value));
        }

        /** {@return the table} */
        public TomlTable build() {
            return new TomlTable(entries);
        }
    }
}
