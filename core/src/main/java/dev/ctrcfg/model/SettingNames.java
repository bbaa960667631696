// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.KeyMoves;
import dev.ctrcfg.release.KeySchema;
import dev.ctrcfg.release.Landing;
import dev.ctrcfg.release.PluginIds;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.release.SchemaKey;
import dev.ctrcfg.release.V1PluginNames;
import dev.ctrcfg.toml.Key;
import java.util.Map;
import java.util.Optional;

/**
 * One name for each setting, whatever the version of the file: the key that it has in the newest version. Settings that
 * the newest version has no place for go by their key in version 2.
 *
 * <p>The names of settings are taken in every spelling that the releases of a version take, see {@link
 * dev.ctrcfg.release.KeyCase}; plugins that have another id in the newest version go by that.
 */
public final class SettingNames {

    private static final String PLUGINS = "plugins";
    private static final String GRPC = "grpc";
    private static final String TCP = "tcp_";
    private static final Key OLD_CRI = Key.of(PLUGINS, PluginIds.CRI);
    private static final KeyMoves SERVER = KeyMoves.of(ContainerdRelease.newest());

    private static final Map<String, String> RENAMED =
            Map.of(PluginIds.RESTART_OLD, PluginIds.RESTART, PluginIds.CGROUPS_OLD, PluginIds.CGROUPS);

    private static final Map<String, String> SERVER_TABLES =
            Map.of(GRPC, PluginIds.SERVER_GRPC, "ttrpc", PluginIds.SERVER_TTRPC, "metrics", PluginIds.SERVER_METRICS);

    private final ConfigVersion version;
    private final KeySchema schema;

    private SettingNames(ConfigVersion version) {
        this.version = version;
        this.schema = KeySchema.of(release(version));
    }

    /**
     * {@return the names of the settings of files of some version}
     *
     * @param version the version of the file
     */
    public static SettingNames of(ConfigVersion version) {
        return new SettingNames(version);
    }

    /**
     * {@return the newest release, betas left out, that writes files of a version}
     *
     * @param version the version of the file; version 1 is read by the release that writes version 2
     */
    public static ContainerdRelease release(ConfigVersion version) {
        return switch (version) {
            case V1, V2 -> ReleaseLine.V1_7.newest();
            case V3 -> ReleaseLine.V2_2.newest();
            case V4 -> ReleaseLine.V2_3.newest();
        };
    }

    /**
     * {@return the id that a plugin has in the newest version of the file}
     *
     * @param written its name or id in a file of this version
     */
    public String pluginId(String written) {
        if (version.isAtLeast(ConfigVersion.V3)) {
            return written;
        }
        String id = version == ConfigVersion.V1 ? fullId(written) : written;
        return RENAMED.getOrDefault(id, id);
    }

    /** The plugin that containerd 1.7 finds by a name; 2.0 and later guess where they do not know it. */
    private String fullId(String name) {
        if (!V1PluginNames.isAmbiguous(name)) {
            return V1PluginNames.fullId(name);
        }
        return schema.plugin(ConfigVersion.V1, name)
                .map(section -> section.id())
                .orElse(V1PluginNames.fullId(name));
    }

    /**
     * {@return the name of a setting or table}
     *
     * @param written its key in a file of this version
     */
    public Key name(Key written) {
        Key plain = inPlainSpelling(written);
        if (plain.size() < 2 || !plain.part(0).equals(new Key.Name(PLUGINS))) {
            return version == ConfigVersion.V4 ? plain : ofServer(plain);
        }
        if (!(plain.part(1) instanceof Key.Name plugin)) {
            return plain;
        }
        String id = pluginId(plugin.text());
        boolean split = !version.isAtLeast(ConfigVersion.V3) && id.equals(PluginIds.CRI);
        Key rest = plain.tail(2);
        return split ? ofCri(rest) : Key.of(PLUGINS, id).resolve(rest);
    }

    private Key inPlainSpelling(Key written) {
        for (int size = written.size(); size > 0; size--) {
            Optional<SchemaKey> setting = schema.find(version, written.head(size));
            if (setting.isPresent()) {
                boolean plugin = written.part(0).equals(new Key.Name(PLUGINS)) && size > 2;
                Key start = plugin ? written.head(2) : Key.ROOT;
                return respelt(start, setting.get(), written.tail(start.size()));
            }
        }
        return written;
    }

    private static Key respelt(Key start, SchemaKey setting, Key written) {
        Key key = start;
        String[] path = setting.path().split("\\.", -1);
        for (int i = 0; i < written.size(); i++) {
            boolean fixed = i < path.length && !path[i].equals("*") && !path[i].endsWith("[]");
            key = fixed ? key.child(path[i]) : key.child(written.part(i));
        }
        return key;
    }

    private static Key ofServer(Key key) {
        if (key.size() == 1 && key.part(0) instanceof Key.Name name && SERVER_TABLES.containsKey(name.text())) {
            return Key.of(PLUGINS, SERVER_TABLES.get(name.text()));
        }
        boolean setting = key.size() == 2 && SERVER.landing(ConfigVersion.V3, key) instanceof Landing.At;
        return setting && SERVER.landing(ConfigVersion.V3, key) instanceof Landing.At there ? there.key() : key;
    }

    private static Key ofCri(Key rest) {
        if (rest.isRoot()) {
            return CriLayout.SPLIT.runtimes().head(2);
        }
        Key old = OLD_CRI.resolve(rest);
        return CriLayout.nameOf(old).flatMap(CriLayout.SPLIT::locate).orElse(old);
    }

    /**
     * {@return whether the newest version of the file has no place for a setting of the old CRI plugin}
     *
     * @param name the setting's name
     */
    public static boolean isGone(Key name) {
        return name.size() > 2
                && name.startsWith(OLD_CRI)
                && CriLayout.nameOf(name).flatMap(CriLayout.SPLIT::locate).isEmpty();
    }

    /**
     * {@return the key of a setting or table in a file of this version; empty if there is no place for it}
     *
     * @param name its name
     */
    public Optional<Key> locate(Key name) {
        boolean plugin = name.size() > 1 && name.part(0).equals(new Key.Name(PLUGINS));
        if (!plugin || version == ConfigVersion.V4) {
            return isGone(name) ? Optional.empty() : Optional.of(name);
        }
        Optional<Key> server = server(name.name(1), name.tail(2));
        if (server.isPresent()) {
            return server;
        }
        if (version == ConfigVersion.V3) {
            return isGone(name) ? Optional.empty() : Optional.of(name);
        }
        return locateBeforeSplit(name);
    }

    private static Optional<Key> server(String id, Key rest) {
        return switch (id) {
            case PluginIds.SERVER_GRPC -> Optional.of(Key.of(GRPC).resolve(rest));
            case PluginIds.SERVER_TTRPC -> Optional.of(Key.of("ttrpc").resolve(rest));
            case PluginIds.SERVER_DEBUG -> Optional.of(Key.of("debug").resolve(rest));
            case PluginIds.SERVER_METRICS, PluginIds.GRPC_PROMETHEUS ->
                Optional.of(Key.of("metrics").resolve(rest));
            case PluginIds.SERVER_GRPC_TCP -> Optional.of(tcp(rest));
            default -> Optional.empty();
        };
    }

    private static Key tcp(Key rest) {
        return rest.isRoot() || !(rest.part(0) instanceof Key.Name name)
                ? Key.of(GRPC)
                : Key.of(GRPC, TCP + name.text()).resolve(rest.tail(1));
    }

    private Optional<Key> locateBeforeSplit(Key name) {
        String id = name.name(1);
        if (id.equals(PluginIds.CRI) || id.equals(PluginIds.CRI_RUNTIME) || id.equals(PluginIds.CRI_IMAGES)) {
            CriLayout layout = CriLayout.of(version);
            return name.size() == 2
                    ? Optional.of(layout.runtimes().head(2))
                    : CriLayout.nameOf(name).flatMap(layout::locate);
        }
        for (Map.Entry<String, String> renamed : RENAMED.entrySet()) {
            if (renamed.getValue().equals(id)) {
                return Optional.of(Key.of(PLUGINS, renamed.getKey()).resolve(name.tail(2)));
            }
        }
        return Optional.of(name);
    }
}
