// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

/**
 * A string.
 *
 * @param value the text, without quotes and escapes
 */
public record TomlString(String value) implements TomlValue {

    @Override
    public Type type() {
        return Type.STRING;
    }

    @Override
    public String toString() {
        return toToml();
    }
}
