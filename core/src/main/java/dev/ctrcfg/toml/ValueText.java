// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import org.jspecify.annotations.Nullable;

/**
 * A value to be written: either spelt by the document's habits, or exactly as given.
 *
 * @param value what it means
 * @param literal its exact spelling, or null
 */
record ValueText(TomlValue value, @Nullable String literal) {

    static ValueText of(TomlValue value) {
        return new ValueText(value, null);
    }

    /** The spelling on one line. */
    String inline(InlineStyle style) {
        if (literal != null) {
            return literal;
        }
        StringBuilder out = new StringBuilder();
        append(out, style);
        return out.toString();
    }

    /** Appends the spelling on one line. */
    void append(StringBuilder out, InlineStyle style) {
        if (literal != null) {
            out.append(literal);
        } else {
            TomlWriter.append(out, value, style);
        }
    }

    /** Whether the value may get a header of its own, or several. */
    boolean hasHeaders() {
        return literal == null && (value instanceof TomlTable || isTables(value));
    }

    /** Whether a value is an array of one table or more. */
    static boolean isTables(TomlValue value) {
        if (!(value instanceof TomlArray array) || array.size() == 0) {
            return false;
        }
        for (TomlValue item : array.items()) {
            if (!(item instanceof TomlTable)) {
                return false;
            }
        }
        return true;
    }
}
