// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import org.jspecify.annotations.Nullable;

/**
 * True or false.
 *
 * @param value which of the two
 */
public record TomlBoolean(boolean value) implements TomlValue {

    @Override
    public Type type() {
        return Type.BOOLEAN;
    }

    // Written out: what the compiler makes for records links itself at the first call, which costs milliseconds.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TomlBoolean bool && value == bool.value;
    }

    @Override
    public int hashCode() {
        return Boolean.hashCode(value);
    }

    @Override
    public String toString() {
        return toToml();
    }
}
