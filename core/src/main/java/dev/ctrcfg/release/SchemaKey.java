// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

import dev.ctrcfg.toml.TomlValue;
import java.util.Optional;

/**
 * A setting of one release.
 *
 * @param section the id of the plugin, {@link KeySchema#TOP_LEVEL}, or the name of an {@code options} struct
 * @param path the setting's place in its section; {@code *} stands for a name that the file chooses and {@code []} for
 *     an element of an array, as in {@code containerd.runtimes.*.runtime_type}
 * @param type its type
 * @param defaultValue the value it has when the file does not give one, if the release says so: settings below a
 *     {@code *} have none, as the table they belong to need not be there
 * @param deprecation whether containerd calls it deprecated
 */
public record SchemaKey(
        String section, String path, KeyType type, Optional<TomlValue> defaultValue, KeyDeprecation deprecation) {

    /** {@return the last part of {@link #path()}} */
    public String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** {@return whether the setting, or a table that holds it, is deprecated} */
    public boolean isDeprecated() {
        return deprecation == KeyDeprecation.DEPRECATED || deprecation == KeyDeprecation.INHERITED;
    }

    /**
     * {@return the setting that every value of this map is}
     *
     * @param valueType the type of the values
     */
    public SchemaKey value(KeyType valueType) {
        return inner("*", valueType);
    }

    /** The key of something inside a value of this one, which the schema does not list by itself. */
    SchemaKey inner(String part, KeyType innerType) {
        String innerPath = part.equals("[]") ? path + part : path + "." + part;
        KeyDeprecation inherited = isDeprecated() ? KeyDeprecation.INHERITED : KeyDeprecation.NONE;
        return new SchemaKey(section, innerPath, innerType, Optional.empty(), inherited);
    }
}
