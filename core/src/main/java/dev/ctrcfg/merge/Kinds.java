// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;

/** Which kinds of values give way to which. */
final class Kinds {

    private Kinds() {}

    /** Any value can take the place of another, but for tables: those are merged, and their arrays give way to arrays. */
    static boolean contradict(TomlValue present, TomlValue wanted) {
        return (present instanceof TomlTable) != (wanted instanceof TomlTable)
                || (isArrayOfTables(present) && !(wanted instanceof TomlArray));
    }

    private static boolean isArrayOfTables(TomlValue value) {
        if (!(value instanceof TomlArray array)) {
            return false;
        }
        for (TomlValue item : array.items()) {
            if (!(item instanceof TomlTable)) {
                return false;
            }
        }
        return array.size() > 0;
    }

    static String contradiction(Key key, TomlValue one, String where, TomlValue other, String place) {
        return key + " is " + describe(one) + " " + where + ", and " + describe(other) + " in " + place;
    }

    static String describe(TomlValue value) {
        if (isArrayOfTables(value)) {
            return "an array of tables";
        }
        TomlValue.Type type = value.type();
        boolean vowel = type == TomlValue.Type.INTEGER || type == TomlValue.Type.ARRAY;
        return (vowel ? "an " : "a ") + type;
    }
}
