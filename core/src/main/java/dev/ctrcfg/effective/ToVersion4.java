// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.PluginIds;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The step of the top level from version 3 to 4: the daemon's sockets become plugins. A setting counts as set when it is
 * neither zero nor empty.
 *
 * <p>Source: {@code serviceMigrate} in containerd's cmd/containerd/server/config/config.go (2.3).
 */
final class ToVersion4 {

    private static final String ADDRESS = "address";
    private static final String UID = "uid";
    private static final String GID = "gid";
    private static final String TCP = "tcp_";
    private static final List<String> SIZES = List.of("max_recv_message_size", "max_send_message_size");
    private static final List<String> TCP_KEYS =
            List.of("tcp_address", "tcp_tls_ca", "tcp_tls_cert", "tcp_tls_key", "tcp_tls_common_name");
    private static final TomlValue NOTHING = TomlValue.of("");
    private static final TomlValue ZERO = TomlValue.of(0);

    private final Branch config;
    private final Branch plugins;
    private final Remarks remarks;

    private ToVersion4(Branch config, Branch plugins, Remarks remarks) {
        this.config = config;
        this.plugins = plugins;
        this.remarks = remarks;
    }

    static void migrate(Branch config, Remarks remarks) {
        Branch known = config.table(LoadedFile.PLUGINS);
        Branch plugins = known == null ? new Branch(null) : known.at(known.written());
        new ToVersion4(config, plugins, remarks).migrate();
        if (!plugins.isEmpty()) {
            config.put(LoadedFile.PLUGINS, plugins);
        }
    }

    private void migrate() {
        Branch grpc = table("grpc");
        debug(table("debug"));
        Branch ttrpc = table("ttrpc");
        grpc(grpc);
        grpcTcp(grpc);
        ttrpc(ttrpc, grpc);
        metrics(table("metrics"));
        for (String name : List.of("grpc", "ttrpc", "metrics")) {
            config.remove(name);
        }
    }

    private Branch table(String name) {
        Branch table = config.table(name);
        return table == null ? new Branch(null) : table;
    }

    private static boolean isSet(Branch table, String name) {
        return set(table, name) != null;
    }

    private static @Nullable Node set(Branch table, String name) {
        Node node = table.get(name);
        return node == null || GoValues.isZero(node.value()) ? null : node;
    }

    /** Copies a setting under another name, and writes nothing for one that is not set. */
    private static void copy(Branch to, String as, Branch from, String name) {
        Node node = set(from, name);
        if (node != null) {
            to.put(as, node);
        }
    }

    private static void copyOr(Branch to, Branch from, String name, TomlValue fallback) {
        Node node = set(from, name);
        to.put(name, node == null ? new Leaf(fallback, to.written()) : node);
    }

    private void debug(Branch debug) {
        if (!isSet(debug, ADDRESS)) {
            return;
        }
        if (plugins.has(PluginIds.SERVER_DEBUG)) {
            reportIgnored(debug, ADDRESS);
            return;
        }
        Branch server = new Branch(debug.written());
        copyOr(server, debug, ADDRESS, NOTHING);
        copyOr(server, debug, UID, ZERO);
        copyOr(server, debug, GID, ZERO);
        plugins.put(PluginIds.SERVER_DEBUG, server);
        debug.remove(ADDRESS);
        debug.remove(UID);
        debug.remove(GID);
    }

    private void reportIgnored(Branch table, String name) {
        Node node = table.get(name);
        if (node != null) {
            String text = "the table of the server plugin counts instead";
            remarks.ignored("legacy-server-key", text, node.written());
        }
    }

    private void grpc(Branch grpc) {
        boolean any = isSet(grpc, ADDRESS) || isSet(grpc, UID) || isSet(grpc, GID);
        any |= isSet(grpc, SIZES.get(0)) || isSet(grpc, SIZES.get(1));
        if (!any) {
            return;
        }
        if (plugins.has(PluginIds.SERVER_GRPC)) {
            reportAll(grpc, List.of(ADDRESS, UID, GID, SIZES.get(0), SIZES.get(1)));
            return;
        }
        Branch server = new Branch(grpc.written());
        if (isSet(grpc, ADDRESS)) {
            copyOr(server, grpc, ADDRESS, NOTHING);
            copyOr(server, grpc, UID, ZERO);
            copyOr(server, grpc, GID, ZERO);
        } else {
            copy(server, UID, grpc, UID);
            copy(server, GID, grpc, GID);
        }
        sizes(server, grpc);
        plugins.put(PluginIds.SERVER_GRPC, server);
    }

    private void reportAll(Branch table, List<String> names) {
        for (String name : names) {
            reportIgnored(table, name);
        }
    }

    private static void sizes(Branch server, Branch grpc) {
        for (String size : SIZES) {
            copy(server, size, grpc, size);
        }
    }

    private void grpcTcp(Branch grpc) {
        if (!isSet(grpc, "tcp_address")) {
            return;
        }
        if (plugins.has(PluginIds.SERVER_GRPC_TCP)) {
            reportAll(grpc, TCP_KEYS);
            return;
        }
        Branch server = new Branch(grpc.written());
        for (String name : TCP_KEYS) {
            copy(server, name.substring(TCP.length()), grpc, name);
        }
        sizes(server, grpc);
        plugins.put(PluginIds.SERVER_GRPC_TCP, server);
    }

    private void ttrpc(Branch ttrpc, Branch grpc) {
        if (plugins.has(PluginIds.SERVER_TTRPC)) {
            reportAll(ttrpc, List.of(ADDRESS, UID, GID));
            return;
        }
        Branch source = derived(ttrpc, grpc);
        if (!isSet(source, ADDRESS) && !isSet(source, UID) && !isSet(source, GID)) {
            return;
        }
        Branch server = new Branch(source.written());
        copyOr(server, source, ADDRESS, NOTHING);
        copyOr(server, source, UID, ZERO);
        copyOr(server, source, GID, ZERO);
        plugins.put(PluginIds.SERVER_TTRPC, server);
    }

    /** Without an address of its own, the ttrpc socket stands beside that of gRPC. */
    private static Branch derived(Branch ttrpc, Branch grpc) {
        Node address = set(grpc, ADDRESS);
        if (isSet(ttrpc, ADDRESS) || address == null || !(address.value() instanceof TomlString path)) {
            return ttrpc;
        }
        Branch derived = new Branch(grpc.written());
        derived.put(ADDRESS, new Leaf(TomlValue.of(path.value() + ".ttrpc"), address.written()));
        for (String name : List.of(UID, GID)) {
            copy(derived, name, grpc, name);
            copy(derived, name, ttrpc, name);
        }
        return derived;
    }

    private void metrics(Branch metrics) {
        move(metrics, "grpc_histogram", PluginIds.GRPC_PROMETHEUS);
        move(metrics, ADDRESS, PluginIds.SERVER_METRICS);
    }

    private void move(Branch metrics, String name, String id) {
        Node node = set(metrics, name);
        if (node == null) {
            return;
        }
        if (plugins.has(id)) {
            reportIgnored(metrics, name);
            return;
        }
        Branch server = new Branch(metrics.written());
        server.put(name, node);
        plugins.put(id, server);
    }
}
