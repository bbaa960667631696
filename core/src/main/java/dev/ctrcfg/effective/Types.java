// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.KeyType;
import dev.ctrcfg.toml.TomlValue;

/** Which values a setting takes. */
final class Types {

    private Types() {}

    static boolean isScalar(TomlValue value) {
        return value.type() != TomlValue.Type.TABLE && value.type() != TomlValue.Type.ARRAY;
    }

    static boolean fits(KeyType type, TomlValue value) {
        return switch (type.kind()) {
            case STRING, DURATION -> value.type() == TomlValue.Type.STRING;
            case BOOLEAN -> value.type() == TomlValue.Type.BOOLEAN;
            case INTEGER, GO_DURATION -> value.type() == TomlValue.Type.INTEGER;
            case FLOAT -> value.type() == TomlValue.Type.FLOAT || value.type() == TomlValue.Type.INTEGER;
            case TABLE, MAP -> value.type() == TomlValue.Type.TABLE;
            case ARRAY, BYTES -> value.type() == TomlValue.Type.ARRAY;
            case ANY -> true;
        };
    }
}
