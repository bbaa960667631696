// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Converter;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlSyntaxException;
import dev.ctrcfg.toml.TomlValue;
import java.util.Optional;

/**
 * A key with a value, as the command line has them.
 *
 * @param key the key
 * @param value the value; empty if there is none
 */
record KeyValue(Key key, Optional<TomlValue> value) {

    /** What begins like this is TOML, even if it is wrong. */
    private static final String TOML_STARTS = "\"'[{";

    /** {@return the TOML value that a text is, or a string if it is a bare word} */
    static TomlValue value(String text) {
        String plain = text.strip();
        if (plain.isEmpty()) {
            return TomlValue.of("");
        }
        try {
            return TomlValue.parse(plain);
        } catch (TomlSyntaxException e) {
            if (TOML_STARTS.indexOf(plain.charAt(0)) >= 0) {
                throw new IllegalArgumentException(plain + " is not a TOML value", e);
            }
            return TomlValue.of(plain);
        } catch (IllegalArgumentException e) {
            return TomlValue.of(plain);
        }
    }

    /** The first of some character that is not between quotes, or -1. */
    private static int indexOf(String text, char wanted) {
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == wanted) {
                return i;
            } else if (c == '"' || c == '\'') {
                quote = c;
            }
        }
        return -1;
    }

    /** Takes {@code KEY=VALUE}. */
    enum Assigned implements Converter<KeyValue> {
        ASSIGNED;

        @Override
        public KeyValue convert(String text) {
            int equals = indexOf(text, '=');
            if (equals <= 0) {
                throw new IllegalArgumentException("'" + text + "' is not KEY=VALUE");
            }
            Key key = Key.parse(text.substring(0, equals).strip());
            return new KeyValue(key, Optional.of(value(text.substring(equals + 1))));
        }
    }

    /** Takes {@code KEY}, or {@code KEY[VALUE]} for an element of an array. */
    enum Removed implements Converter<KeyValue> {
        REMOVED;

        @Override
        public KeyValue convert(String text) {
            int bracket = indexOf(text, '[');
            if (bracket <= 0 || !text.endsWith("]")) {
                return new KeyValue(Key.parse(text), Optional.empty());
            }
            Key key = Key.parse(text.substring(0, bracket).strip());
            return new KeyValue(key, Optional.of(value(text.substring(bracket + 1, text.length() - 1))));
        }
    }
}
