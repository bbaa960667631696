// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.KeySchema;
import dev.ctrcfg.release.SchemaSection;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a configuration into records, whatever version it is of.
 *
 * <p>The table may be a file as written or the effective configuration of a release; only the latter has defaults.
 * Nothing is refused: what the release has no setting for is listed by {@link #unknownKeys()} and kept in the records,
 * and a value of the wrong type is listed by {@link #misfits()}.
 *
 * <p>{@link #keyOf} leads from the name of a setting to the key it is written under, and so to its place in the file
 * ({@link dev.ctrcfg.toml.TomlDocument#spanOf}) or to where an effective configuration has it from ({@code
 * dev.ctrcfg.effective.EffectiveConfig#origin}).
 */
public final class ConfigReader {

    private static final String PLUGINS = "plugins";

    private final TomlTable config;
    private final KeySchema schema;
    private final ConfigVersion version;
    private final Settings settings;

    private ConfigReader(TomlTable config, ContainerdRelease release) {
        this.config = config;
        this.schema = KeySchema.of(release);
        this.settings = new Settings(new TypeCheck(release));
        this.version = ConfigKeys.versionOf(config).orElse(release.maxConfigVersion());
        collect();
    }

    /**
     * {@return a reader of a configuration as a release has its settings}
     *
     * <p>Nothing is migrated: of a file that the release would migrate first, read what the release made of it.
     *
     * @param config the root table
     * @param release the release
     */
    public static ConfigReader of(TomlTable config, ContainerdRelease release) {
        return new ConfigReader(config, release);
    }

    /**
     * {@return a reader of a configuration as the newest release has its settings that reads such a file without
     * migrating it}
     *
     * @param config the root table
     */
    public static ConfigReader of(TomlTable config) {
        ConfigVersion version = ConfigKeys.versionOf(config).orElse(ConfigVersion.V4);
        return new ConfigReader(config, ContainerdRelease.newestFor(version));
    }

    private void collect() {
        RecordLayout layout = new RecordLayout(version);
        collect(layout, schema.section(KeySchema.TOP_LEVEL).orElseThrow(), Key.ROOT);
        for (String name : tablesOfPlugins().keySet()) {
            Optional<SchemaSection> section = schema.plugin(version, name);
            if (section.isPresent()) {
                collect(layout, section.get(), Key.of(PLUGINS, name));
            }
        }
    }

    private void collect(RecordLayout layout, SchemaSection section, Key table) {
        OptionsCollector options = new OptionsCollector(settings, schema);
        TomlTable settingsOfSection = (TomlTable) config.find(table).orElseThrow();
        new SettingCollector(settings, layout, options, section).collect(settingsOfSection, table);
    }

    private Map<String, TomlTable> tablesOfPlugins() {
        Map<String, TomlTable> tables = new LinkedHashMap<>();
        if (config.get(PLUGINS).orElse(TomlTable.EMPTY) instanceof TomlTable plugins) {
            for (Map.Entry<String, TomlValue> plugin : plugins.entries().entrySet()) {
                if (plugin.getValue() instanceof TomlTable table) {
                    tables.put(plugin.getKey(), table);
                }
            }
        }
        return tables;
    }

    /** {@return the release that the settings are looked up for} */
    public ContainerdRelease release() {
        return schema.release();
    }

    /** {@return the configuration as records} */
    public ContainerdConfig config() {
        Map<String, TomlTable> plugins = tablesOfPlugins();
        plugins.keySet().removeIf(this::isCri);
        return Binder.bind(settings, ConfigKeys.versionOf(config), plugins);
    }

    private boolean isCri(String tableName) {
        return schema.plugin(version, tableName)
                .map(section -> schema.release().criPluginIds().contains(section.id()))
                .orElse(false);
    }

    /**
     * {@return the key that a setting is written under, from the root of the file on; empty if it is not there}
     *
     * @param name the short name of a setting of the CRI plugin ({@link CriLayout}), or the key that any other one has
     *     in files of version 2 and 3, such as {@code grpc.address}
     */
    public Optional<Key> keyOf(Key name) {
        if (name.isRoot()) {
            return Optional.empty();
        }
        Key known = settings.written.get(name);
        return Optional.ofNullable(known != null ? known : settings.written.get(CriLayout.canonical(name)));
    }

    /** {@return the keys that no setting of the release has, from the root of the file on, and as far down as needed} */
    public List<Key> unknownKeys() {
        return List.copyOf(settings.unknownKeys);
    }

    /** {@return the values of the wrong type} */
    public List<Misfit> misfits() {
        return List.copyOf(settings.misfits);
    }
}
