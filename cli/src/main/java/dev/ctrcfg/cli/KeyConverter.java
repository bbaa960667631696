// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.toml.Key;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Takes a dotted key. */
final class KeyConverter implements ITypeConverter<Key> {

    @Override
    public Key convert(String text) {
        try {
            return Key.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
