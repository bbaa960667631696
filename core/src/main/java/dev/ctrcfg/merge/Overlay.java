// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import dev.ctrcfg.toml.EditConflictException;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lays patches over each other, so that a document is merged with the sum of them and only once. */
final class Overlay {

    private final List<ConfigPatch> patches;
    private final ConfigPatch top;

    private Overlay(List<ConfigPatch> patches, ConfigPatch top) {
        this.patches = patches;
        this.top = top;
    }

    static TomlTable of(List<ConfigPatch> patches) {
        TomlTable sum = TomlTable.EMPTY;
        for (int i = 0; i < patches.size(); i++) {
            ConfigPatch top = patches.get(i);
            sum = new Overlay(patches.subList(0, i), top).lay(Key.ROOT, sum, top.wanted());
        }
        return sum;
    }

    private TomlTable lay(Key key, TomlTable below, TomlTable above) {
        TomlTable.Builder sum = TomlTable.builder();
        for (Map.Entry<String, TomlValue> entry : below.entries().entrySet()) {
            sum.put(entry.getKey(), entry.getValue());
        }
        for (Map.Entry<String, TomlValue> entry : above.entries().entrySet()) {
            String name = entry.getKey();
            sum.put(name, value(key.child(name), below.entries().get(name), entry.getValue()));
        }
        return sum.build();
    }

    private TomlValue value(Key key, @Nullable TomlValue below, TomlValue above) {
        if (below == null) {
            return above;
        }
        if (contradict(below, above)) {
            String message = contradiction(key, below, "in " + placeOf(key, patches), above, top.placeOf(key));
            throw new EditConflictException(key, Optional.empty(), message);
        }
        return below instanceof TomlTable lower && above instanceof TomlTable upper ? lay(key, lower, upper) : above;
    }

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

    private static String describe(TomlValue value) {
        if (isArrayOfTables(value)) {
            return "an array of tables";
        }
        TomlValue.Type type = value.type();
        boolean vowel = type == TomlValue.Type.INTEGER || type == TomlValue.Type.ARRAY;
        return (vowel ? "an " : "a ") + type;
    }

    /** The place of the value that counts: the last one. */
    static String placeOf(Key key, List<ConfigPatch> patches) {
        for (int i = patches.size() - 1; i >= 0; i--) {
            if (patches.get(i).wanted().find(key).isPresent()) {
                return patches.get(i).placeOf(key);
            }
        }
        throw new IllegalStateException("no patch has " + key);
    }
}
