// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

import dev.ctrcfg.toml.Key;
import java.util.Map;

/**
 * Where containerd's own migration takes the keys of older files, one key at a time. What happens when two keys meet at
 * one place is not told here.
 *
 * <p>Source: {@code v1Migrate} and {@code serviceMigrate} in containerd's cmd/containerd/server/config/config.go, and
 * the migrations of the plugins in plugins/cri/images, plugins/cri/runtime, plugins/cri, plugins/restart and
 * core/runtime/v2 (2.0.0 to 2.4.0-beta.0).
 */
public final class KeyMoves {

    private static final String PLUGINS = "plugins";
    private static final String CONTAINERD = "containerd";
    private static final String RUNTIMES = "runtimes";
    private static final String ADDRESS = "address";
    private static final Key GRPC_TCP = Key.of(PLUGINS, PluginIds.SERVER_GRPC_TCP);

    private static final Map<String, String> RENAMED_PLUGINS =
            Map.of(PluginIds.RESTART_OLD, PluginIds.RESTART, PluginIds.CGROUPS_OLD, PluginIds.CGROUPS);

    private final ContainerdRelease release;
    private final KeySchema schema;

    private KeyMoves(ContainerdRelease release) {
        this.release = release;
        this.schema = KeySchema.of(release);
    }

    /**
     * {@return the moves that a release makes}
     *
     * @param release the release; one before 2.0 moves nothing
     */
    public static KeyMoves of(ContainerdRelease release) {
        return new KeyMoves(release);
    }

    /**
     * {@return where a key lands}
     *
     * @param from the version of the file that holds it
     * @param key the key, from the root of the file on
     */
    public Landing landing(ConfigVersion from, Key key) {
        if (release.migrationTiming() == MigrationTiming.NEVER || from == ConfigVersion.V4) {
            return at(key);
        }
        boolean plugin = key.size() > 1 && key.part(0).equals(new Key.Name(PLUGINS)) && key.part(1) instanceof Key.Name;
        return plugin ? ofPlugin(from, key) : ofTopLevel(key);
    }

    private static Landing at(Key key) {
        return new Landing.At(key, Landing.Condition.NONE);
    }

    private Landing ofPlugin(ConfigVersion from, Key key) {
        String name = key.name(1);
        String id = from == ConfigVersion.V1 ? V1PluginNames.fullId(name) : name;
        Key rest = key.tail(2);
        boolean perFile = release.migrationTiming() == MigrationTiming.PER_FILE;
        if (perFile || from == ConfigVersion.V2) {
            return known(moved(from, id, rest));
        }
        Landing kept = known(at(place(id, rest)));
        boolean skipped = from == ConfigVersion.V1 && id.equals(PluginIds.CRI) && kept instanceof Landing.Lost;
        return skipped ? new Landing.Lost(Landing.Reason.VERSION_ONE_SKIPPED) : kept;
    }

    private static Key place(String pluginId, Key rest) {
        return Key.of(PLUGINS, pluginId).resolve(rest);
    }

    /** A key of a plugin that the release has lands only if the plugin has a setting for it. */
    private Landing known(Landing landing) {
        if (!(landing instanceof Landing.At there) || there.key().size() < 3) {
            return landing;
        }
        boolean dropped = schema.section(there.key().name(1))
                .filter(section -> !section.keys().isEmpty())
                .filter(section -> section.key(there.key().tail(2)).isEmpty())
                .isPresent();
        return dropped ? new Landing.Lost(Landing.Reason.NO_SUCCESSOR) : landing;
    }

    private Landing moved(ConfigVersion from, String id, Key rest) {
        if (id.equals(PluginIds.CRI) && !rest.isRoot() && rest.part(0) instanceof Key.Name) {
            return ofCri(rest);
        }
        if (id.equals(PluginIds.TASK) && rest.equals(Key.of("sched_core"))) {
            return ofSchedCore(from);
        }
        return at(place(RENAMED_PLUGINS.getOrDefault(id, id), rest));
    }

    /** Since 2.3 the step runs for every version from the file's to 3, and each run starts the shim manager anew. */
    private Landing ofSchedCore(ConfigVersion from) {
        boolean again = release.migrationTiming() == MigrationTiming.PER_FILE && from != ConfigVersion.V3;
        return again ? new Landing.Lost(Landing.Reason.UNDONE) : at(place(PluginIds.SHIM_MANAGER, Key.of("env")));
    }

    private Landing ofCri(Key rest) {
        String first = rest.name(0);
        if (CriParts.STREAMING.contains(first)) {
            return at(place(PluginIds.CRI, rest));
        }
        if (rest.equals(Key.of("sandbox_image"))) {
            return at(place(PluginIds.CRI_IMAGES, Key.of("pinned_images", "sandbox")));
        }
        if (CriParts.IMAGES.contains(first)) {
            return at(place(PluginIds.CRI_IMAGES, rest));
        }
        if (isSnapshotting(rest)) {
            return new Landing.At(place(PluginIds.CRI_IMAGES, rest.tail(1)), Landing.Condition.RUNTIMES_TABLE);
        }
        return at(place(PluginIds.CRI_RUNTIME, renamed(rest)));
    }

    private static boolean isSnapshotting(Key rest) {
        return rest.size() > 1
                && rest.name(0).equals(CONTAINERD)
                && rest.part(1) instanceof Key.Name name
                && CriParts.SNAPSHOTTING.contains(name.text());
    }

    private Key renamed(Key rest) {
        if (rest.equals(Key.of("cni", "bin_dir")) && release.cniMigration() == CniMigration.BIN_DIRS) {
            return Key.of("cni", "bin_dirs");
        }
        boolean mode = rest.size() == 4
                && rest.startsWith(Key.of(CONTAINERD, RUNTIMES))
                && rest.last().equals(new Key.Name("sandbox_mode"));
        return mode ? rest.parent().child("sandboxer") : rest;
    }

    private Landing ofTopLevel(Key key) {
        boolean moves = release.migrationTiming() == MigrationTiming.PER_FILE;
        if (moves && key.size() == 2 && key.part(0) instanceof Key.Name table && key.part(1) instanceof Key.Name name) {
            return ofServer(table.text(), name.text(), key);
        }
        return schema.key(KeySchema.TOP_LEVEL, key).isPresent()
                ? at(key)
                : new Landing.Lost(Landing.Reason.NO_SUCCESSOR);
    }

    private static Landing ofServer(String table, String name, Key key) {
        return switch (table) {
            case "debug" -> ofDebug(name, key);
            case "grpc" -> ofGrpc(name);
            case "ttrpc" -> at(Key.of(PLUGINS, PluginIds.SERVER_TTRPC, name));
            case "metrics" ->
                at(Key.of(PLUGINS, name.equals(ADDRESS) ? PluginIds.SERVER_METRICS : PluginIds.GRPC_PROMETHEUS, name));
            default -> at(key);
        };
    }

    private static Landing ofDebug(String name, Key key) {
        Key there = Key.of(PLUGINS, PluginIds.SERVER_DEBUG, name);
        return switch (name) {
            case ADDRESS -> at(there);
            case "uid", "gid" -> new Landing.At(there, Landing.Condition.ADDRESS);
            default -> at(key);
        };
    }

    private static Landing ofGrpc(String name) {
        if (name.equals("tcp_address")) {
            return at(GRPC_TCP.child(ADDRESS));
        }
        if (name.startsWith("tcp_")) {
            return new Landing.At(GRPC_TCP.child(name.substring("tcp_".length())), Landing.Condition.ADDRESS);
        }
        return at(Key.of(PLUGINS, PluginIds.SERVER_GRPC, name));
    }
}
