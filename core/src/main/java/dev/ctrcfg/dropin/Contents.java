// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.dropin;

import dev.ctrcfg.diff.Change;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.ImportResolution;
import dev.ctrcfg.release.PluginIds;
import dev.ctrcfg.release.PluginTableMerge;
import dev.ctrcfg.toml.EditConflictException;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlBoolean;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlInteger;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The keys that a drop-in has to hold so that releases make of it what patches say. */
final class Contents {

    private static final Key.Name PLUGINS = new Key.Name("plugins");
    private static final Set<Key> WHOLE_BY_NAME =
            Set.of(Key.of("timeouts"), Key.of("proxy_plugins"), Key.of("stream_processors"));
    private static final Set<Key> APPENDED = Set.of(Key.of("disabled_plugins"), Key.of("required_plugins"));
    private static final Set<Key> SERVER = Set.of(Key.of("grpc"), Key.of("ttrpc"), Key.of("debug"), Key.of("metrics"));
    private static final Key CONTAINERD = Key.of("plugins", PluginIds.CRI, "containerd");

    /** What the migration of a file of version 2 moves only if the file has {@code runtimes} too. */
    private static final Set<Key> WITH_RUNTIMES = Set.of(
            CONTAINERD.child("snapshotter"),
            CONTAINERD.child("disable_snapshot_annotations"),
            CONTAINERD.child("discard_unpacked_layers"));

    private final TomlDocument main;
    private final TomlDocument patched;
    private final Set<Key> keys = new LinkedHashSet<>();
    private final Set<Key> tables = new LinkedHashSet<>();
    private final List<Key> removed = new ArrayList<>();

    Contents(TomlDocument main, TomlDocument patched) {
        this.main = main;
        this.patched = patched;
    }

    Set<Key> keys() {
        return keys;
    }

    /** Tables that must be there, with or without a key. */
    Set<Key> tables() {
        return tables;
    }

    List<Key> removed() {
        return removed;
    }

    /** The value that the drop-in gives a key. */
    TomlValue value(Key key) {
        TomlValue value = patched.find(key).orElseThrow();
        return APPENDED.contains(key) ? added(key, (TomlArray) value) : value;
    }

    /** The items that the main file lacks, as containerd appends those of the drop-in to them. */
    private TomlValue added(Key key, TomlArray wanted) {
        List<TomlValue> added = new ArrayList<>(wanted.items());
        for (TomlValue item : itemsOf(key)) {
            if (!added.remove(item)) {
                throw refused(key, "a drop-in cannot take " + item.toToml() + " out of " + key);
            }
        }
        return new TomlArray(added);
    }

    private List<TomlValue> itemsOf(Key key) {
        Optional<TomlValue> value = main.find(key);
        return value.isPresent() && value.get() instanceof TomlArray array ? array.items() : List.of();
    }

    void add(Change change, TomlDocument present) {
        Key key = change.key();
        if (key.equals(Imports.KEY)) {
            throw refused(key, "a drop-in for imports would not be read from where they are; patch the main file");
        }
        if (change.after().isPresent()) {
            keys.add(key);
        } else if (main.contains(key) || !present.contains(key)) {
            throw refused(key, "a drop-in cannot remove " + key + ", which the main file has");
        } else {
            removed.add(key);
        }
    }

    /** Adds what a release needs beside, or refuses what it does not make of any drop-in. */
    void suit(ContainerdRelease release, DropIn.Extent extent) {
        if (release.importResolution() == ImportResolution.NONE) {
            throw refused(Key.ROOT, "containerd " + release.line() + " reads no drop-ins");
        }
        for (Key key : new ArrayList<>(keys)) {
            if (key.part(0).equals(PLUGINS)) {
                suitPlugin(release, key, extent);
            } else {
                suitTopLevel(release, key);
            }
        }
    }

    private void suitPlugin(ContainerdRelease release, Key key, DropIn.Extent extent) {
        PluginTableMerge merge = release.pluginTableMerge();
        if (merge == PluginTableMerge.REPLACED) {
            Key plugin = key.head(Math.min(2, key.size()));
            requireWhole(release, plugin, extent);
            widen(plugin);
        } else if (merge == PluginTableMerge.DEEP_AFTER_MIGRATION && WITH_RUNTIMES.contains(key)) {
            tables.add(CONTAINERD.child("runtimes"));
        }
    }

    private void requireWhole(ContainerdRelease release, Key plugin, DropIn.Extent extent) {
        if (extent == DropIn.Extent.SMALLEST && holdsSomething(plugin)) {
            throw refused(
                    plugin,
                    "containerd " + release.line() + " would put the drop-in's table " + plugin
                            + " in the place of the whole table of the main file; --drop-in-complete writes the whole"
                            + " table, and --containerd says for which releases");
        }
    }

    private boolean holdsSomething(Key table) {
        Optional<TomlValue> value = main.find(table);
        return value.isPresent() && !value.get().equals(TomlTable.EMPTY);
    }

    private void suitTopLevel(ContainerdRelease release, Key key) {
        Key table = key.head(1);
        if (WHOLE_BY_NAME.contains(table) && key.size() > 2) {
            widen(key.head(2));
        } else if (SERVER.contains(table) && release.pluginTableMerge() == PluginTableMerge.DEEP_AFTER_MIGRATION) {
            widen(table);
        }
        if (!WHOLE_BY_NAME.contains(table) && isZero(patched.find(key)) && main.contains(key)) {
            throw refused(
                    key,
                    "containerd takes no " + patched.find(key).orElseThrow().toToml() + " for " + key
                            + " from a drop-in; patch the main file");
        }
    }

    /** Has the drop-in hold everything that is in a table. */
    private void widen(Key table) {
        if (keys.contains(table)) {
            return;
        }
        for (Key key : new ArrayList<>(keys)) {
            if (key.startsWith(table)) {
                keys.remove(key);
            }
        }
        keys.add(table);
    }

    private static boolean isZero(Optional<TomlValue> value) {
        return value.isPresent()
                && (value.get() instanceof TomlString text && text.value().isEmpty()
                        || value.get() instanceof TomlInteger number && number.value() == 0
                        || value.get() instanceof TomlBoolean flag && !flag.value());
    }

    private EditConflictException refused(Key key, String message) {
        return new EditConflictException(key, main.keySpanOf(key), message);
    }
}
