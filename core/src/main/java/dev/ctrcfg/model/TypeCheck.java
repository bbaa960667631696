// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.KeyType;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;

/** Whether a value is of the type that its setting has. */
final class TypeCheck {

    private final boolean floatsMayBeWhole;

    /** Since containerd 2.0 a whole number will do for a float. */
    TypeCheck(ContainerdRelease release) {
        floatsMayBeWhole = release.since(ReleaseLine.V2_0);
    }

    boolean fits(KeyType type, TomlValue value) {
        TomlValue.Type found = value.type();
        return switch (type.kind()) {
            case STRING, DURATION -> found == TomlValue.Type.STRING;
            case BOOLEAN -> found == TomlValue.Type.BOOLEAN;
            case INTEGER -> found == TomlValue.Type.INTEGER;
            case FLOAT -> found == TomlValue.Type.FLOAT || floatsMayBeWhole && found == TomlValue.Type.INTEGER;
            case GO_DURATION -> found == TomlValue.Type.STRING || found == TomlValue.Type.INTEGER;
            case BYTES -> found == TomlValue.Type.ARRAY;
            case ANY -> true;
            case TABLE -> found == TomlValue.Type.TABLE;
            case MAP ->
                value instanceof TomlTable table && fitAll(type, table.entries().values());
            case ARRAY -> value instanceof TomlArray array && fitAll(type, array.items());
        };
    }

    private boolean fitAll(KeyType outer, Iterable<TomlValue> values) {
        KeyType element = outer.element().orElseThrow();
        for (TomlValue value : values) {
            if (!fits(element, value)) {
                return false;
            }
        }
        return true;
    }
}
