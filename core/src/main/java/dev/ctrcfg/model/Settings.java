// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A configuration taken apart: what records hold, by its place in them, and what they have no place for. */
final class Settings {

    /** Keys as written, by the names of the settings. */
    final Map<Key, Key> written = new LinkedHashMap<>();

    /** Values by their place in the records; the empty table for tables. */
    final Map<Key, TomlValue> values = new LinkedHashMap<>();

    /** What has no setting, by the place of the record that keeps it. */
    final Map<Key, TomlTable.Builder> unknown = new LinkedHashMap<>();

    final List<Key> unknownKeys = new ArrayList<>();

    final List<Misfit> misfits = new ArrayList<>();

    final TypeCheck types;

    Settings(TypeCheck types) {
        this.types = types;
    }

    void unknown(Key record, String name, TomlValue value) {
        unknown.computeIfAbsent(record, key -> TomlTable.builder()).put(name, value);
    }
}
