// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlBoolean;
import dev.ctrcfg.toml.TomlFloat;
import dev.ctrcfg.toml.TomlInteger;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;

/** The values that settings have in containerd, a program in Go, when nothing sets them. */
public final class GoZero {

    private GoZero() {}

    /**
     * {@return whether a value is the one that a setting of its type has when nothing sets it: the empty string, 0, false,
     * an empty array or table}
     *
     * @param value the value
     */
    public static boolean is(TomlValue value) {
        return switch (value.type()) {
            case STRING -> ((TomlString) value).value().isEmpty();
            case INTEGER -> ((TomlInteger) value).value() == 0;
            case FLOAT -> ((TomlFloat) value).value() == 0;
            case BOOLEAN -> !((TomlBoolean) value).value();
            case ARRAY -> ((TomlArray) value).items().isEmpty();
            case TABLE -> ((TomlTable) value).isEmpty();
            case DATE_TIME -> false;
        };
    }
}
