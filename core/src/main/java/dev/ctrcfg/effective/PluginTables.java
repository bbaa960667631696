// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.DefaultConfig;
import dev.ctrcfg.release.KeySchema;
import dev.ctrcfg.release.PluginOrder;
import dev.ctrcfg.release.SchemaSection;
import dev.ctrcfg.release.UnknownKeys;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tables of plugins, decoded onto their defaults. */
final class PluginTables {

    private final ContainerdRelease release;
    private final KeySchema schema;
    private final ConfigVersion names;
    private final Set<String> disabled;
    private final Remarks remarks;
    private final Map<String, Branch> decoded = new HashMap<>();

    PluginTables(ContainerdRelease release, Branch config, Remarks remarks) {
        this.release = release;
        this.schema = KeySchema.of(release);
        this.names = FileVersions.ofNames(release, config);
        this.disabled = FileVersions.disabled(config);
        this.remarks = remarks;
    }

    /** Whether {@code disabled_plugins} names a plugin. */
    boolean isDisabled(String id) {
        return disabled.contains(nameOf(id));
    }

    /** How the files name a plugin: by its full id, or in version 1 by the last part. */
    String nameOf(String id) {
        if (names != ConfigVersion.V1) {
            return id;
        }
        Optional<SchemaSection> section = schema.section(id);
        return section.isPresent() ? section.get().tableName(ConfigVersion.V1) : id;
    }

    /**
     * Decodes what the files give.
     *
     * @throws Refusal if a value is of the wrong type
     */
    void decode(Branch plugins) {
        for (String name : new PluginOrder(release).sorted(plugins.entries().keySet())) {
            Node node = plugins.get(name);
            if (node != null) {
                decode(name, node);
            }
        }
    }

    private void decode(String name, Node node) {
        Optional<SchemaSection> section = schema.plugin(names, name);
        if (section.isEmpty()) {
            DeadPlugins.report(release, name, node, remarks);
        } else if (isDisabled(section.get().id())) {
            remarks.ignored("disabled-plugin", "the plugin is disabled", node.written());
        } else if (section.get().keys().isEmpty()) {
            remarks.ignored("plugin-without-settings", "the plugin has no settings", node.written());
        } else {
            decode(section.get(), node);
        }
    }

    private void decode(SchemaSection section, Node node) {
        StructDecoder decoder = StructDecoder.ofPlugin(release);
        if (!(node instanceof Branch table)) {
            throw decoder.errors().ofPlugin(section.id(), node);
        }
        DecodedTable result = decoded(decoder, new DecodedTable.Struct(section, defaults(section.id())), table);
        decoded.put(section.id(), result.settings());
        for (StrayKeys.Stray unknown : result.unknown()) {
            if (release.unknownKeys() == UnknownKeys.WARNED) {
                UnknownPluginKeys.warn(unknown.path(), unknown.node(), remarks);
            } else {
                remarks.ignored(
                        "unknown-key", "no setting has this key", unknown.node().written());
            }
        }
    }

    /** A table of a file is decoded once for all releases that take it for the same. */
    private static DecodedTable decoded(StructDecoder decoder, DecodedTable.Struct struct, Branch table) {
        Written written = table.written();
        DecodedTables before =
                written == null ? new DecodedTables() : written.file().decoded();
        DecodedTable known = before.find(table, decoder, struct);
        if (known == null) {
            known = new DecodedTable(
                    struct, decoder, decoder.decode(struct.section().root(), struct.defaults(), table));
            before.put(table, known);
        }
        return known;
    }

    private Branch defaults(String id) {
        return DefaultTree.plugin(release, id);
    }

    /** A plugin's settings, its defaults included. */
    Branch plugin(String id) {
        Branch known = decoded.get(id);
        return known == null ? defaults(id) : known;
    }

    /**
     * The settings of all plugins that have some and are not disabled; since containerd 2.0 with the tables of others as
     * they are written.
     */
    Branch all(Branch given) {
        Branch all = release.dumpsForeignTables() ? given.at(given.written()) : new Branch(given.written());
        for (String id : DefaultConfig.pluginIds(release)) {
            if (!isDisabled(id)) {
                all.put(id, plugin(id));
            }
        }
        return all;
    }
}
