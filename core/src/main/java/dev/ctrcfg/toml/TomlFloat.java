// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

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

    @Override
    public String toString() {
        return toToml();
    }
}
