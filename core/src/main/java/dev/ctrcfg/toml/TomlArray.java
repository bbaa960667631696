// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An array, or an array of tables: by meaning they are the same.
 *
 * @param items the elements in order
 */
public record TomlArray(List<TomlValue> items) implements TomlValue {

    /** Copies the list. */
    public TomlArray {
        items = List.copyOf(items);
    }

    /**
     * {@return an array of these elements}
     *
     * @param items the elements in order
     */
    public static TomlArray of(TomlValue... items) {
        return new TomlArray(List.of(items));
    }

    /**
     * {@return an array of strings}
     *
     * @param items the strings in order
     */
    public static TomlArray ofStrings(List<String> items) {
        return new TomlArray(items.stream().<TomlValue>map(TomlString::new).toList());
    }

    /** {@return the number of elements} */
    public int size() {
        return items.size();
    }

    @Override
    public Type type() {
        return Type.ARRAY;
    }

    // Written out: what the compiler makes for records links itself at the first call, which costs milliseconds.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TomlArray array && items.equals(array.items);
    }

    @Override
    public int hashCode() {
        return items.hashCode();
    }

    @Override
    public String toString() {
        return toToml();
    }
}
