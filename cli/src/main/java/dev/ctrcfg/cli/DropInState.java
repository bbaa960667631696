// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.effective.EffectiveConfig;
import dev.ctrcfg.effective.Origin;
import dev.ctrcfg.effective.SourceFile;
import dev.ctrcfg.toml.Entry;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an imported file contributes to a configuration.
 *
 * @param path the path under which it was read
 * @param settings the keys that it gives a value
 * @param without those that have their value from elsewhere, or from nowhere
 */
record DropInState(String path, List<Key> settings, List<Key> without) {

    /** What says how files are read, and lists that grow with each file. */
    private static final Set<Key> NO_SETTINGS =
            Set.of(Key.of("version"), Key.of("imports"), Key.of("disabled_plugins"), Key.of("required_plugins"));

    static List<DropInState> of(EffectiveConfig config) {
        List<DropInState> states = new ArrayList<>();
        List<SourceFile> files = config.files();
        for (SourceFile file : files.subList(Math.min(1, files.size()), files.size())) {
            states.add(of(file, config));
        }
        return states;
    }

    private static DropInState of(SourceFile file, EffectiveConfig config) {
        Set<Key> counting = new HashSet<>();
        collect(Key.ROOT, config.root(), config, file.path(), counting);
        List<Key> settings = settings(file.document());
        List<Key> without = new ArrayList<>();
        for (Key key : settings) {
            if (!counting.contains(key)) {
                without.add(key);
            }
        }
        return new DropInState(file.path(), settings, without);
    }

    private static List<Key> settings(Optional<TomlDocument> document) {
        List<Key> settings = new ArrayList<>();
        for (Entry entry : document.isPresent() ? document.get().entries() : List.<Entry>of()) {
            boolean table = entry.value() instanceof TomlTable inline && !inline.isEmpty();
            if (!table && !NO_SETTINGS.contains(entry.key())) {
                settings.add(entry.key());
            }
        }
        return settings;
    }

    private static void collect(Key key, TomlTable table, EffectiveConfig config, String path, Set<Key> counting) {
        for (Map.Entry<String, TomlValue> entry : table.entries().entrySet()) {
            Key at = key.child(entry.getKey());
            if (entry.getValue() instanceof TomlTable inner && !inner.isEmpty()) {
                collect(at, inner, config, path, counting);
            } else {
                config.origin(at).flatMap(origin -> written(origin, path)).ifPresent(counting::add);
            }
        }
    }

    private static Optional<Key> written(Origin origin, String path) {
        Origin.InFile place = origin instanceof Origin.Migrated migrated
                ? migrated.from()
                : origin instanceof Origin.InFile inFile ? inFile : null;
        return place != null && place.place().file().path().equals(path)
                ? Optional.of(place.written())
                : Optional.empty();
    }

    boolean isInEffect() {
        return without.isEmpty();
    }

    String state() {
        if (isInEffect()) {
            return "in effect";
        }
        int counting = settings.size() - without.size();
        return counting == 0 ? "without effect" : counting + " of " + settings.size() + " settings in effect";
    }

    TomlTable table() {
        List<TomlValue> keys = new ArrayList<>();
        for (Key key : without) {
            keys.add(TomlValue.of(key.toString()));
        }
        return TomlTable.builder()
                .put("file", path)
                .put("in_effect", isInEffect())
                .put("settings", settings.size())
                .put("without_effect", new TomlArray(keys))
                .build();
    }
}
