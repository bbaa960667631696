// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.release.PluginIds;
import dev.ctrcfg.toml.Key;
import java.util.Optional;
import java.util.Set;

/**
 * Where the settings of the daemon's sockets are: at the top level until version 3, in tables of plugins in version 4.
 *
 * <p>Source: {@code serviceMigrate} in containerd's cmd/containerd/server/config/config.go, 2.3.0 and later.
 */
final class ServerTables {

    private static final String ADDRESS = "address";
    private static final String TCP = "tcp_";
    private static final Set<String> OF_A_SOCKET = Set.of(ADDRESS, "uid", "gid");
    private static final Set<String> SIZES = Set.of("max_recv_message_size", "max_send_message_size");
    private static final Set<String> SERVERS = Set.of(
            PluginIds.SERVER_DEBUG,
            PluginIds.SERVER_GRPC,
            PluginIds.SERVER_GRPC_TCP,
            PluginIds.SERVER_TTRPC,
            PluginIds.SERVER_METRICS,
            PluginIds.GRPC_PROMETHEUS);

    private ServerTables() {}

    static boolean isServer(String pluginId) {
        return SERVERS.contains(pluginId);
    }

    /** The place in a file of version 4 of a key of the top level. */
    static Key newer(Key key) {
        if (key.size() != 2 || !(key.part(0) instanceof Key.Name table) || !(key.part(1) instanceof Key.Name name)) {
            return key;
        }
        String setting = name.text();
        return switch (table.text()) {
            case "debug" -> OF_A_SOCKET.contains(setting) ? at(PluginIds.SERVER_DEBUG, setting) : key;
            case "grpc" -> newerGrpc(setting);
            case "ttrpc" -> at(PluginIds.SERVER_TTRPC, setting);
            case "metrics" ->
                at(setting.equals(ADDRESS) ? PluginIds.SERVER_METRICS : PluginIds.GRPC_PROMETHEUS, setting);
            default -> key;
        };
    }

    private static Key newerGrpc(String setting) {
        return setting.startsWith(TCP)
                ? at(PluginIds.SERVER_GRPC_TCP, setting.substring(TCP.length()))
                : at(PluginIds.SERVER_GRPC, setting);
    }

    private static Key at(String pluginId, String setting) {
        return Key.of(ConfigLayout.PLUGINS, pluginId, setting);
    }

    /** The place until version 3 of a key of one of the tables. */
    static Optional<Key> older(Key key) {
        if (key.size() == 2) {
            return Optional.of(Key.of(tableOf(key.name(1))));
        }
        if (key.size() != 3 || !(key.part(2) instanceof Key.Name name)) {
            return Optional.empty();
        }
        String setting = name.text();
        return switch (key.name(1)) {
            case PluginIds.SERVER_DEBUG -> OF_A_SOCKET.contains(setting) ? old("debug", setting) : Optional.empty();
            case PluginIds.SERVER_GRPC_TCP -> SIZES.contains(setting) ? Optional.empty() : old("grpc", TCP + setting);
            default -> old(tableOf(key.name(1)), setting);
        };
    }

    private static String tableOf(String pluginId) {
        return switch (pluginId) {
            case PluginIds.SERVER_DEBUG -> "debug";
            case PluginIds.SERVER_TTRPC -> "ttrpc";
            case PluginIds.SERVER_METRICS, PluginIds.GRPC_PROMETHEUS -> "metrics";
            default -> "grpc";
        };
    }

    private static Optional<Key> old(String table, String setting) {
        return Optional.of(Key.of(table, setting));
    }
}
