// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import org.jspecify.annotations.Nullable;

/**
 * A floating point number; equal to another if {@link Double#compare} says so.
 *
 * @param value the number, infinities and not-a-number included
 */
public record TomlFloat(double value) implements TomlValue {

    @Override
    public Type type() {
        return Type.FLOAT;
    }

    // Written out: what the compiler makes for records links itself at the first call, which costs milliseconds.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TomlFloat number && Double.compare(value, number.value) == 0;
    }

    @Override
    public int hashCode() {
        return Double.hashCode(value);
    }

    @Override
    public String toString() {
        return toToml();
    }
}
