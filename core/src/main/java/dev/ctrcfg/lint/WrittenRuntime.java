// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.shim.RuntimeType;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlBoolean;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.Optional;

/**
 * A runtime as the file has it.
 *
 * @param key the key of its table
 * @param name its name, which is the handler
 * @param table what the file says of it
 * @param release the release that reads it, for the spelling of names
 */
record WrittenRuntime(Key key, String name, TomlTable table, ContainerdRelease release) {

    Optional<TomlValue> value(String setting) {
        return written(setting).flatMap(table::get);
    }

    private Optional<String> written(String setting) {
        return release.keyCase().choose(setting, table.entries().keySet());
    }

    /** The key of a setting as it is written, or as it should be. */
    Key key(String setting) {
        return key.child(written(setting).orElse(setting));
    }

    String string(String setting) {
        return value(setting).orElse(null) instanceof TomlString string ? string.value() : "";
    }

    boolean flag(String setting) {
        return value(setting).orElse(null) instanceof TomlBoolean flag && flag.value();
    }

    boolean has(String setting) {
        return written(setting).isPresent();
    }

    RuntimeType type() {
        return new RuntimeType(string("runtime_type"));
    }

    /** The table with the type that containerd 2 has built in for runc, if it says no other. */
    TomlTable inForce() {
        boolean runc = release.since(ReleaseLine.V2_0) && name.equals("runc") && !has("runtime_type");
        return runc ? table.with("runtime_type", TomlValue.of(RuntimeType.RUNC_V2.value())) : table;
    }

    TomlTable options() {
        return value("options").orElse(null) instanceof TomlTable options ? options : TomlTable.EMPTY;
    }
}
