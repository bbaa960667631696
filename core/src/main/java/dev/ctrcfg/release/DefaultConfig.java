// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The configuration of a containerd that has no file: what {@code containerd config default} prints on linux/amd64.
 *
 * <p>The default {@code imports} of 2.2 and later stand in it, but containerd does not follow them; they take effect
 * only in a file that lists them.
 */
public final class DefaultConfig {

    private static final String PLUGINS = "plugins";

    /** A table that is being filled; its values are scalars, arrays, empty tables and further tables of this kind. */
    private static final class Level {
        final Map<String, Object> entries = new LinkedHashMap<>();

        TomlTable table() {
            Map<String, TomlValue> values = new LinkedHashMap<>();
            for (Map.Entry<String, Object> entry : entries.entrySet()) {
                Object value = entry.getValue();
                values.put(entry.getKey(), value instanceof Level level ? level.table() : (TomlValue) value);
            }
            return new TomlTable(values);
        }

        Level below(String name) {
            return entries.get(name) instanceof Level level ? level : added(name);
        }

        private Level added(String name) {
            Level level = new Level();
            entries.put(name, level);
            return level;
        }
    }

    /** The tables that were asked for before; readers of many files ask for the same few again and again. */
    private static final Map<ContainerdRelease, Map<String, TomlTable>> KNOWN = new ConcurrentHashMap<>();

    private static final int MOST_KNOWN = 64;

    /** Tables that several releases print alike. */
    private static final ByLines<TomlTable> SHARED = new ByLines<>();

    private DefaultConfig() {}

    /**
     * {@return the default configuration of a release, with the version of the file that the release writes}
     *
     * @param release the release
     */
    public static TomlTable of(ContainerdRelease release) {
        TomlTable.Builder plugins = TomlTable.builder();
        SchemaText text = SchemaText.get();
        for (String id : text.ids()) {
            if (text.part(id).printed().contains(release) && !id.equals(KeySchema.TOP_LEVEL)) {
                plugins.put(tableName(id, release), plugin(release, id));
            }
        }
        return topLevel(release).with(PLUGINS, plugins.build());
    }

    private static String tableName(String id, ContainerdRelease release) {
        return release.writtenConfigVersion() == ConfigVersion.V1 ? SchemaSection.shortId(id) : id;
    }

    /**
     * {@return the default configuration outside {@code [plugins]}}
     *
     * @param release the release
     */
    public static TomlTable topLevel(ContainerdRelease release) {
        return plugin(release, KeySchema.TOP_LEVEL);
    }

    /**
     * {@return the ids of the plugins whose tables the default configuration shows}
     *
     * @param release the release
     */
    public static List<String> pluginIds(ContainerdRelease release) {
        List<String> ids = new ArrayList<>();
        SchemaText text = SchemaText.get();
        for (String id : text.ids()) {
            if (text.part(id).printed().contains(release) && !id.equals(KeySchema.TOP_LEVEL)) {
                ids.add(id);
            }
        }
        return ids;
    }

    /**
     * {@return the default table of one plugin, or the empty one if the release prints none}
     *
     * @param release the release
     * @param pluginId the plugin's full id
     */
    public static TomlTable plugin(ContainerdRelease release, String pluginId) {
        Map<String, TomlTable> tables = tables(release);
        TomlTable known = tables.get(pluginId);
        if (known == null) {
            known = read(release, pluginId);
            tables.put(pluginId, known);
        }
        return known;
    }

    private static Map<String, TomlTable> tables(ContainerdRelease release) {
        Map<String, TomlTable> known = KNOWN.get(release);
        if (known != null) {
            return known;
        }
        if (KNOWN.size() >= MOST_KNOWN) {
            KNOWN.clear();
        }
        Map<String, TomlTable> tables = new ConcurrentHashMap<>();
        KNOWN.put(release, tables);
        return tables;
    }

    private static TomlTable read(ContainerdRelease release, String id) {
        SchemaText text = SchemaText.get();
        if (!text.has(id) || !text.part(id).printed().contains(release)) {
            return TomlTable.EMPTY;
        }
        boolean withMirrors = id.equals(PluginIds.CRI_IMAGES) && release.refusesMirrorsByDefault();
        List<String> lines = printed(text.part(id), release);
        if (withMirrors) {
            return read(lines, true);
        }
        TomlTable known = SHARED.find(id, lines);
        if (known == null) {
            known = read(lines, false);
            SHARED.put(id, lines, known);
        }
        return known;
    }

    private static TomlTable read(List<String> lines, boolean withMirrors) {
        Level table = new Level();
        for (String line : lines) {
            put(table, line, SchemaReader.value(printedValue(line)));
        }
        if (withMirrors) {
            TomlValue path = TomlValue.of("/etc/containerd/certs.d:/etc/docker/certs.d");
            table.below("registry").entries.put("config_path", path);
        }
        return table.table();
    }

    private static List<String> printed(SchemaText.Part part, ContainerdRelease release) {
        List<String> lines = new ArrayList<>();
        for (String line : SchemaText.get().lines(part.id(), release)) {
            if (!printedValue(line).isEmpty()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static String printedValue(String line) {
        if (line.charAt(0) == '+') {
            return Resources.column(line, 2);
        }
        String value = Resources.column(line, 3);
        return value.startsWith("=") ? value.substring(1) : "";
    }

    /** What files name themselves may stand in quotes; the names of settings need none. */
    private static void put(Level table, String line, TomlValue value) {
        String path = Resources.column(line, 0);
        if (path.charAt(0) == '+') {
            put(table, Key.parse(path.substring(1)), value);
            return;
        }
        Level at = table;
        int start = 0;
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', start)) {
            at = at.below(path.substring(start, dot));
            start = dot + 1;
        }
        at.entries.put(path.substring(start), value);
    }

    private static void put(Level table, Key key, TomlValue value) {
        Level at = table;
        for (int i = 0; i < key.size() - 1; i++) {
            at = at.below(key.name(i));
        }
        at.entries.put(key.name(key.size() - 1), value);
    }
}
