// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import org.jspecify.annotations.Nullable;

/**
 * An integer.
 *
 * @param value the number, of any sign, in 64 bits as TOML 1.0.0 demands
 */
public record TomlInteger(long value) implements TomlValue {

    @Override
    public Type type() {
        return Type.INTEGER;
    }

    // Written out: what the compiler makes for records links itself at the first call, which costs milliseconds.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TomlInteger integer && value == integer.value;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(value);
    }

    @Override
    public String toString() {
        return toToml();
    }
}
