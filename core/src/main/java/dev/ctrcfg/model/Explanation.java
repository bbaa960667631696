// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.toml.Key;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a setting, for all versions of the file and all releases.
 *
 * @param name the short name if it is a setting of the CRI plugin, otherwise its key in the newest version that has it
 * @param places its key by the version of the file, from the root on; a version that has no place for it is absent
 * @param eras what the releases make of it, the oldest first; none is there of releases that do not have it
 * @param description what it does, in a sentence or two; empty for settings of plugins other than the CRI plugin
 * @param settings the settings it holds in the newest release that has it, if it is a table: their keys from the table
 *     on, where {@code *} stands for a name that the file chooses
 */
public record Explanation(
        Key name,
        Map<ConfigVersion, Key> places,
        List<SettingEra> eras,
        Optional<String> description,
        List<Key> settings) {

    /** Copies lists and map. */
    public Explanation {
        places = places.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(places));
        eras = List.copyOf(eras);
        settings = List.copyOf(settings);
    }

    /**
     * {@return what is known of a setting; empty if no release has it}
     *
     * @param setting the short name of a setting of the CRI plugin ({@link CriLayout}), or any setting's key in a file of
     *     any version
     */
    public static Optional<Explanation> of(Key setting) {
        return new Explainer(setting).explain();
    }
}
