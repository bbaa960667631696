// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Converter;
import dev.ctrcfg.toml.Key;

/** Takes a dotted key. */
enum KeyArgument implements Converter<Key> {
    DOTTED;

    @Override
    public Key convert(String text) {
        return Key.parse(text);
    }
}
