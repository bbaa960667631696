// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import dev.ctrcfg.model.ConfigLayout;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keys are in the document where its version has them. {@link ConfigLayout} knows where that is; here is what changes its
 * shape on the way, or belongs in two places.
 */
final class Translation implements Spelling {

    private static final String RUNTIMES = "runtimes";
    private static final String PLATFORMS = "runtime_platforms";
    private static final String SNAPSHOTTER = "snapshotter";

    private final Draft draft;
    private final ConfigLayout layout;
    private final CniDirectories cni;
    private final CoreScheduling scheduling;
    private final Sockets sockets;
    private final List<Setting> platforms = new ArrayList<>();

    Translation(Draft draft, ConfigLayout layout, List<ContainerdRelease> releases) {
        this.draft = draft;
        this.layout = layout;
        this.cni = new CniDirectories(draft, layout, releases);
        this.scheduling = new CoreScheduling(draft, layout);
        this.sockets = new Sockets(draft, layout);
    }

    @Override
    public List<Setting> settings(Key key, TomlValue value) {
        if (cni.concerns(key)) {
            return cni.settings(key, value);
        }
        if (scheduling.concerns(key)) {
            return scheduling.settings(key, value);
        }
        Optional<Key> there = layout.place(key);
        if (there.isEmpty()) {
            homeless(key, value);
            return List.of();
        }
        if (isPluginList(there.get()) && value instanceof TomlArray names) {
            return List.of(new Setting(there.get(), plugins(key, names)));
        }
        sockets.see(key, value);
        List<Setting> settings = new ArrayList<>();
        settings.add(new Setting(there.get(), value));
        addPlatform(key, value, settings);
        return settings;
    }

    /** The image plugin asks its own table which snapshotter a runtime's images are unpacked for. */
    private void addPlatform(Key key, TomlValue value, List<Setting> settings) {
        Optional<Key> platform = platformOf(key);
        boolean named = value instanceof TomlString text && !text.value().isEmpty();
        if (platform.isPresent() && named) {
            settings.add(new Setting(platform.get(), value));
        }
    }

    /** The key that goes with the snapshotter of a runtime, in files that have one. */
    private Optional<Key> platformOf(Key key) {
        Optional<Key> name = layout.nameOf(key);
        if (name.isEmpty() || !isOf(RUNTIMES, name.get())) {
            return Optional.empty();
        }
        return layout.cri().locate(Key.of(PLATFORMS).resolve(name.get().tail(1)));
    }

    private static boolean isOf(String table, Key name) {
        return name.size() == 3
                && name.part(0).equals(new Key.Name(table))
                && name.part(2).equals(new Key.Name(SNAPSHOTTER));
    }

    private void homeless(Key key, TomlValue value) {
        Optional<Key> name = layout.nameOf(key);
        if (name.isPresent() && isOf(PLATFORMS, name.get())) {
            Optional<Key> runtime =
                    layout.cri().locate(Key.of(RUNTIMES).resolve(name.get().tail(1)));
            platforms.add(new Setting(runtime.orElseThrow(), value));
        } else {
            draft.notice(Notice.Kind.NO_PLACE, key, Homeless.text(key, layout));
        }
    }

    private static boolean isPluginList(Key key) {
        return key.equals(Key.of("disabled_plugins")) || key.equals(Key.of("required_plugins"));
    }

    private TomlArray plugins(Key key, TomlArray names) {
        List<TomlValue> here = new ArrayList<>();
        for (TomlValue name : names.items()) {
            TomlValue plugin = plugin(key, name);
            if (plugin != null && !here.contains(plugin)) {
                here.add(plugin);
            }
        }
        return new TomlArray(here);
    }

    private @org.jspecify.annotations.Nullable TomlValue plugin(Key key, TomlValue name) {
        if (!(name instanceof TomlString text)) {
            return name;
        }
        Optional<String> here = layout.pluginName(text.value());
        if (here.isEmpty()) {
            draft.notice(
                    Notice.Kind.NO_PLACE,
                    key,
                    name + " is no plugin in files of version "
                            + layout.version().number());
            return null;
        }
        return TomlValue.of(here.get());
    }

    @Override
    public List<Setting> items(Key key, TomlValue item) {
        Optional<Key> there = key(key);
        if (there.isEmpty()) {
            draft.notice(Notice.Kind.NO_PLACE, key, Homeless.text(key, layout));
            return List.of();
        }
        if (isPluginList(there.get())) {
            TomlValue plugin = plugin(key, item);
            return plugin == null ? List.of() : List.of(new Setting(there.get(), plugin));
        }
        return List.of(new Setting(there.get(), item));
    }

    @Override
    public Optional<Key> key(Key key) {
        return layout.place(key);
    }

    @Override
    public List<Key> keys(Key key) {
        if (cni.concerns(key)) {
            return cni.keys(key);
        }
        List<Key> keys = new ArrayList<>();
        Optional<Key> there = layout.place(key);
        if (there.isPresent()) {
            keys.add(there.get());
        }
        Optional<Key> platform = platformOf(key);
        if (platform.isPresent()) {
            keys.add(platform.get());
        }
        keys.addAll(sockets.twins(key));
        return keys;
    }

    @Override
    public Optional<Key> cri(Key name) {
        return layout.cri().locate(name);
    }

    @Override
    public void finish() {
        for (Setting snapshotter : platforms) {
            finishPlatform(snapshotter);
        }
        platforms.clear();
        sockets.finish();
    }

    /** In older files a runtime has its snapshotter for its images as well, if there is the runtime. */
    private void finishPlatform(Setting snapshotter) {
        if (!draft.has(snapshotter.key().parent())) {
            draft.notice(Notice.Kind.NO_PLACE, snapshotter.key(), Homeless.platform(snapshotter.key(), layout));
        } else if (!draft.has(snapshotter.key())) {
            draft.put(snapshotter.key(), snapshotter.value());
        }
    }
}
