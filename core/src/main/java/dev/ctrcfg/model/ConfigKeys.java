// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.KeySchema;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlInteger;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.Optional;

/** Finds settings in a configuration by the keys and names that people write. */
public final class ConfigKeys {

    private static final String VERSION = "version";

    private ConfigKeys() {}

    /**
     * {@return the version of a configuration; empty if it states one that does not exist}
     *
     * @param config the root table of the file; without a version it counts as version 1
     */
    public static Optional<ConfigVersion> versionOf(TomlTable config) {
        Optional<TomlValue> stated = config.get(VERSION);
        if (stated.isEmpty()) {
            return Optional.of(ConfigVersion.V1);
        }
        return stated.get() instanceof TomlInteger number ? ConfigVersion.of(number.value()) : Optional.empty();
    }

    /**
     * {@return the key that somebody means}
     *
     * <p>What is in the configuration under the key as given is meant first of all. Otherwise a setting is meant that has
     * this key in a file of another version, see {@link ConfigLayout}, or this short name, see {@link CriLayout}.
     *
     * @param config the root table of the file
     * @param asked a key from the root of the file on, or a short name
     */
    public static Key resolve(TomlTable config, Key asked) {
        Optional<ConfigVersion> version = versionOf(config);
        if (version.isEmpty() || config.find(asked).isPresent()) {
            return asked;
        }
        ConfigLayout layout = ConfigLayout.of(version.get());
        Key place = layout.place(asked).orElse(asked);
        boolean unknown = place.equals(asked) && !isOfAnyTopLevel(asked);
        return unknown ? layout.cri().locate(asked).orElse(asked) : place;
    }

    /** Whether a key begins with a setting that the top level has in some release. */
    static boolean isOfAnyTopLevel(Key key) {
        return key.size() > 0
                && key.part(0) instanceof Key.Name first
                && (first.text().equals(ConfigLayout.PLUGINS)
                        || KeySchema.history(KeySchema.TOP_LEVEL, first.text()).isPresent());
    }
}
