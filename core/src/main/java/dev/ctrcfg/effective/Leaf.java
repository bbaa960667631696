// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.toml.TomlValue;
import org.jspecify.annotations.Nullable;

/** A value that is not a table; arrays of tables are such values as well. */
final class Leaf extends Node {

    private final TomlValue value;

    Leaf(TomlValue value, @Nullable Written written) {
        super(written);
        this.value = value;
    }

    @Override
    TomlValue value() {
        return value;
    }

    @Override
    Leaf at(@Nullable Written place) {
        return new Leaf(value, place);
    }
}
