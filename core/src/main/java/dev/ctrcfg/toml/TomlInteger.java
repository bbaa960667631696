// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

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

    @Override
    public String toString() {
        return toToml();
    }
}
