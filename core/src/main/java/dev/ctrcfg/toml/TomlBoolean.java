// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

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

    @Override
    public String toString() {
        return toToml();
    }
}
