// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.PluginIds;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the settings of a file of some version are, whatever version's spelling, or what short name, they are known by.
 *
 * <p>Plugins are recognized by their ids, which no two versions use for different things. The settings of the CRI plugin
 * go by {@link CriLayout}, those of the daemon's sockets by {@link ServerTables}, all others by the name that their
 * plugin has in the version.
 */
public final class ConfigLayout {

    static final String PLUGINS = "plugins";

    private final ConfigVersion version;
    private final CriLayout cri;

    private ConfigLayout(ConfigVersion version) {
        this.version = version;
        this.cri = CriLayout.of(version);
    }

    /**
     * {@return the layout of files of a version}
     *
     * @param version the version
     */
    public static ConfigLayout of(ConfigVersion version) {
        return new ConfigLayout(version);
    }

    /** {@return the version} */
    public ConfigVersion version() {
        return version;
    }

    /** {@return where the settings of the CRI plugin are} */
    public CriLayout cri() {
        return cri;
    }

    /**
     * {@return where a setting is, from the root of the file on; empty if files of this version have no place for it}
     *
     * <p>A key that no containerd knows is where it says.
     *
     * @param key the setting's key in a file of any version, or its short name
     */
    public Optional<Key> place(Key key) {
        if (key.isRoot() || !(key.part(0) instanceof Key.Name first)) {
            return Optional.of(key);
        }
        if (first.text().equals(PLUGINS)) {
            return key.size() > 1 && key.part(1) instanceof Key.Name ? ofPlugin(joined(key)) : Optional.of(key);
        }
        if (ConfigKeys.isOfAnyTopLevel(key)) {
            return Optional.of(version == ConfigVersion.V4 ? ServerTables.newer(key) : key);
        }
        return CriLayout.isSetting(key) ? cri.locate(key) : Optional.of(key);
    }

    /**
     * {@return the short name of the setting of the CRI plugin that a key stands for; empty if it stands for none}
     *
     * @param key the setting's key in a file of any version, or its short name
     */
    public Optional<Key> nameOf(Key key) {
        if (key.isRoot() || !(key.part(0) instanceof Key.Name first)) {
            return Optional.empty();
        }
        if (first.text().equals(PLUGINS)) {
            return key.size() > 1 && key.part(1) instanceof Key.Name ? CriLayout.nameOf(joined(key)) : Optional.empty();
        }
        boolean isShort = !ConfigKeys.isOfAnyTopLevel(key) && CriLayout.isSetting(key);
        return isShort ? Optional.of(CriLayout.canonical(key)) : Optional.empty();
    }

    private Optional<Key> ofPlugin(Key key) {
        String id = key.name(1);
        if (CriLayout.isCri(id)) {
            return ofCri(key);
        }
        if (ServerTables.isServer(id)) {
            return version == ConfigVersion.V4 ? Optional.of(key) : ServerTables.older(key);
        }
        Optional<String> name = PluginNames.in(version, id);
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(Key.of(PLUGINS, name.get()).resolve(key.tail(2)));
    }

    private Optional<Key> ofCri(Key key) {
        if (key.size() == 2) {
            boolean there = cri == CriLayout.SPLIT && !key.name(1).equals(PluginIds.CRI_SHORT);
            return Optional.of(there ? key : cri.main());
        }
        Optional<Key> name = CriLayout.nameOf(key);
        if (name.isPresent()) {
            return cri.locate(name.get());
        }
        return cri == CriLayout.SPLIT ? Optional.of(key) : Optional.empty();
    }

    /**
     * {@return the name of a plugin in files of this version, as {@code disabled_plugins} and {@code required_plugins}
     * have it; empty if they have no such plugin}
     *
     * @param name the plugin's name in a file of any version
     */
    public Optional<String> pluginName(String name) {
        if (CriLayout.isCri(name)) {
            return criName(name);
        }
        return PluginNames.in(version, name);
    }

    private Optional<String> criName(String name) {
        boolean part = name.equals(PluginIds.CRI_RUNTIME) || name.equals(PluginIds.CRI_IMAGES);
        if (cri == CriLayout.SPLIT) {
            return Optional.of(part ? name : PluginIds.CRI);
        }
        return part ? Optional.empty() : Optional.of(cri == CriLayout.SHORT_ID ? PluginIds.CRI_SHORT : PluginIds.CRI);
    }

    /** The key with an id in one part that somebody wrote without quotes. */
    private static Key joined(Key key) {
        if (key.size() < 3 || !key.head(3).equals(Key.of(PLUGINS, "io", "containerd"))) {
            return key;
        }
        StringBuilder id = new StringBuilder("io.containerd");
        for (int i = 3; i < key.size() && key.part(i) instanceof Key.Name part; i++) {
            id.append('.').append(part.text());
            boolean complete = i > 3 && isRevision(key.part(i - 1));
            if (complete) {
                return Key.of(PLUGINS, id.toString()).resolve(key.tail(i + 1));
            }
        }
        return key;
    }

    private static boolean isRevision(Key.Part part) {
        return part instanceof Key.Name name
                && name.text().length() == 2
                && name.text().charAt(0) == 'v'
                && Character.isDigit(name.text().charAt(1));
    }

    /**
     * {@return the version whose spelling a configuration has: the one it states, or else the oldest that knows the ids
     * of its plugins; empty if it states one that does not exist}
     *
     * @param config the root table of the file
     */
    public static Optional<ConfigVersion> spelling(TomlTable config) {
        if (config.get("version").isPresent() || !(config.get(PLUGINS).orElse(null) instanceof TomlTable plugins)) {
            return ConfigKeys.versionOf(config);
        }
        List<String> ids = new ArrayList<>(plugins.entries().keySet());
        return Optional.of(PluginNames.spelling(ids));
    }
}
