// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

import dev.ctrcfg.toml.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Every setting of one release of containerd: the top level, each built-in plugin, and the structs that a runtime's
 * {@code options} are decoded into.
 *
 * <p>Measured by reflection over the config structs of one release of each line on linux/amd64, with the defaults that
 * its {@code config default} prints; Debian's builds by what theirs print. A section is read when it is first asked for.
 */
public final class KeySchema {

    /** The id of the section that holds the settings outside {@code [plugins]}. */
    public static final String TOP_LEVEL = "(top-level)";

    private static final String PLUGINS = "plugins";

    private final ContainerdRelease release;
    private final Map<String, SchemaSection> sections = new ConcurrentHashMap<>();
    private final Map<String, SchemaSection> byShortId = new ConcurrentHashMap<>();

    /** Schemas by release; readers of many files ask for the same few again and again. */
    private static final Map<ContainerdRelease, KeySchema> KNOWN = new ConcurrentHashMap<>();

    private static final int MOST_KNOWN = 64;

    private KeySchema(ContainerdRelease release) {
        this.release = release;
    }

    /**
     * {@return the settings of a release}
     *
     * @param release the release
     */
    public static KeySchema of(ContainerdRelease release) {
        KeySchema known = KNOWN.get(release);
        if (known != null) {
            return known;
        }
        if (KNOWN.size() >= MOST_KNOWN) {
            KNOWN.clear();
        }
        KeySchema schema = new KeySchema(release);
        KNOWN.put(release, schema);
        return schema;
    }

    /** {@return the release that these are the settings of} */
    public ContainerdRelease release() {
        return release;
    }

    /** {@return the ids of the sections, those of plugins without settings included} */
    public List<String> sectionIds() {
        SchemaText text = SchemaText.get();
        List<String> ids = new ArrayList<>();
        for (String id : text.ids()) {
            if (text.part(id).releases().contains(release)) {
                ids.add(id);
            }
        }
        return ids;
    }

    /**
     * {@return a section}
     *
     * @param id a plugin's id, {@link #TOP_LEVEL}, or one of {@code options:runc}, {@code options:linux-v1}, {@code
     *     options:generic} and {@code options:runhcs}
     */
    public Optional<SchemaSection> section(String id) {
        SchemaSection known = sections.get(id);
        return known == null ? read(id) : Optional.of(known);
    }

    private synchronized Optional<SchemaSection> read(String id) {
        SchemaText text = SchemaText.get();
        if (!text.has(id) || !text.part(id).releases().contains(release)) {
            return Optional.empty();
        }
        SchemaSection section = SchemaReader.section(text.part(id), release);
        sections.put(id, section);
        return Optional.of(section);
    }

    /**
     * {@return the plugin whose table has some name below {@code [plugins]}}
     *
     * <p>Until containerd 1.7 names of version 1 are the last parts of ids; where several plugins share one, the one with
     * settings is meant. Later releases rename the table first, see {@link V1PluginNames}.
     *
     * @param version the version of the file
     * @param tableName the name of the table, which counts as written
     */
    public Optional<SchemaSection> plugin(ConfigVersion version, String tableName) {
        if (version != ConfigVersion.V1) {
            return tableName.equals(TOP_LEVEL) ? Optional.empty() : section(tableName);
        }
        return release.since(ReleaseLine.V2_0) ? section(V1PluginNames.fullId(tableName)) : byShortId(tableName);
    }

    private Optional<SchemaSection> byShortId(String tableName) {
        SchemaSection known = byShortId.get(tableName);
        if (known == null) {
            known = findByShortId(tableName);
            if (known != null) {
                byShortId.put(tableName, known);
            }
        }
        return Optional.ofNullable(known);
    }

    private @Nullable SchemaSection findByShortId(String tableName) {
        SchemaSection found = null;
        for (String id : sectionIds()) {
            boolean named = SchemaSection.shortId(id).equals(tableName) && !id.equals(tableName);
            if (named && (found == null || found.keys().isEmpty())) {
                found = section(id).orElseThrow();
            }
        }
        return found;
    }

    /**
     * {@return the setting that a key gives a value to}
     *
     * @param section the id of a section
     * @param key the key from the section's table on; see {@link SchemaSection#key}
     */
    public Optional<SchemaKey> key(String section, Key key) {
        return key(section(section), key, 0);
    }

    /**
     * {@return the setting that a key of a file gives a value to}
     *
     * @param version the version of the file
     * @param key the key from the root of the file on
     */
    public Optional<SchemaKey> find(ConfigVersion version, Key key) {
        if (key.size() > 2 && isPlugins(key.part(0)) && key.part(1) instanceof Key.Name name) {
            return key(plugin(version, name.text()), key, 2);
        }
        return key(TOP_LEVEL, key);
    }

    private static Optional<SchemaKey> key(Optional<SchemaSection> section, Key key, int from) {
        return section.isPresent() ? section.get().key(key, from) : Optional.empty();
    }

    private boolean isPlugins(Key.Part part) {
        return part instanceof Key.Name name && release.keyCase().matches(PLUGINS, name.text());
    }

    /**
     * {@return the first release with a setting, of the line that this schema is of; empty if the line has none}
     *
     * @param setting a setting of this schema
     */
    public Optional<ContainerdRelease> firstOfLine(SchemaKey setting) {
        ReleaseLine line = release.line();
        SchemaText text = SchemaText.get();
        return text.has(setting.section())
                ? text.releases(setting.section(), setting.path()).flatMap(set -> set.first(line))
                : Optional.empty();
    }

    /**
     * {@return which releases have a setting, whatever release this schema is of}
     *
     * @param section the id of a section
     * @param path the setting's path as {@link SchemaKey#path()} has it
     */
    public static Optional<KeyHistory> history(String section, String path) {
        SchemaText text = SchemaText.get();
        if (!text.has(section)) {
            return Optional.empty();
        }
        return text.releases(section, path).flatMap(ReleaseSet::history);
    }

    /**
     * {@return what a setting does, in a sentence or two}
     *
     * @param key a setting of the top level, of {@link PluginIds#CRI}, {@link PluginIds#CRI_RUNTIME} or {@link
     *     PluginIds#CRI_IMAGES}, or of the options of runc or of generic shims; there is no text for other sections
     */
    public static Optional<String> describe(SchemaKey key) {
        return Descriptions.of(key.section(), key.path());
    }
}
