// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.shim.DecodedOptions;
import dev.ctrcfg.shim.RuntimeOptionsDecoder;
import dev.ctrcfg.shim.RuntimeType;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlBoolean;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A runtime as the file has it. */
final class WrittenRuntime {

    private final Key key;
    private final String name;
    private final TomlTable table;
    private final ContainerdRelease release;
    private final Map<String, Optional<String>> spellings = new HashMap<>();
    private @Nullable RuntimeType type;
    private @Nullable DecodedOptions decoded;

    /**
     * Takes a runtime.
     *
     * @param key the key of its table
     * @param table what the file says of it
     * @param release the release that reads it, for the spelling of names
     */
    WrittenRuntime(Key key, TomlTable table, ContainerdRelease release) {
        this.key = key;
        this.name = key.name(key.size() - 1);
        this.table = table;
        this.release = release;
    }

    /** The key of its table. */
    Key key() {
        return key;
    }

    /** Its name, which is the handler. */
    String name() {
        return name;
    }

    TomlTable table() {
        return table;
    }

    Optional<TomlValue> value(String setting) {
        return written(setting).flatMap(table::get);
    }

    private Optional<String> written(String setting) {
        Optional<String> known = spellings.get(setting);
        if (known == null) {
            known = release.keyCase().choose(setting, table.entries().keySet());
            spellings.put(setting, known);
        }
        return known;
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
        RuntimeType known = type;
        if (known == null) {
            known = new RuntimeType(string("runtime_type"));
            type = known;
        }
        return known;
    }

    TomlTable options() {
        return value("options").orElse(null) instanceof TomlTable options ? options : TomlTable.EMPTY;
    }

    /** What the shim gets to see of the options. */
    DecodedOptions decoded() {
        DecodedOptions known = decoded;
        if (known == null) {
            RuntimeOptionsDecoder decoder = new RuntimeOptionsDecoder(release);
            known = decoder.decode(decoder.inForce(name, table), TomlTable.EMPTY);
            decoded = known;
        }
        return known;
    }
}
