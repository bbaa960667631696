// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.migrate;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.GoZero;
import dev.ctrcfg.release.PluginIds;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlValue;
import java.util.List;

/**
 * The daemon's sockets, which became plugins in version 4.
 *
 * <p>At the top level of older files a zero never counts, but in a plugin's table it does, so zeros go; only with an
 * address for gRPC an owner of zero is one. What the top level implies has to be said for the plugins: the address and
 * owner of ttrpc come from those of gRPC, the sizes of messages hold for both of gRPC's sockets.
 *
 * <p>Source: {@code Main} in containerd's cmd/containerd/command/main.go (2.2), {@code serviceMigrate} in
 * cmd/containerd/server/config/config.go (2.3).
 */
final class ServerTables implements Rule {

    private static final Key GRPC = Key.of("plugins", PluginIds.SERVER_GRPC);
    private static final Key TCP = Key.of("plugins", PluginIds.SERVER_GRPC_TCP);
    private static final Key TTRPC = Key.of("plugins", PluginIds.SERVER_TTRPC);
    private static final String ADDRESS = "address";
    private static final List<Key> TABLES = List.of(
            GRPC,
            TCP,
            TTRPC,
            Key.of("plugins", PluginIds.SERVER_DEBUG),
            Key.of("plugins", PluginIds.SERVER_METRICS),
            Key.of("plugins", PluginIds.GRPC_PROMETHEUS));

    @Override
    public boolean applies(Plan plan) {
        return plan.climbsTo(ConfigVersion.V4);
    }

    @Override
    public void apply(Plan plan) {
        for (Key table : TABLES) {
            for (Setting setting : plan.below(table)) {
                if (GoZero.is(setting.value()) && plan.counts(setting) && !isOwner(plan, setting)) {
                    plan.drop(setting, Notice.Kind.NO_EFFECT, "zero means not set here, but would count in version 4");
                }
            }
        }
        ttrpc(plan);
        sizes(plan);
    }

    /** The owner of gRPC's socket, of which zero is one, where the file names the socket. */
    private static boolean isOwner(Plan plan, Setting setting) {
        boolean owner =
                setting.name().equals(GRPC.child("uid")) || setting.name().equals(GRPC.child("gid"));
        return owner
                && plan.find(GRPC.child(ADDRESS))
                        .filter(address -> !GoZero.is(address.value()))
                        .isPresent();
    }

    private static void ttrpc(Plan plan) {
        if (plan.find(TTRPC.child(ADDRESS)).isPresent()) {
            return;
        }
        plan.find(GRPC.child(ADDRESS))
                .ifPresent(setting -> plan.imply(
                        TTRPC.child(ADDRESS), TomlValue.of(Cri.string(setting.value()) + ".ttrpc"), setting));
        for (String owner : List.of("uid", "gid")) {
            plan.find(GRPC.child(owner)).ifPresent(setting -> plan.imply(TTRPC.child(owner), setting.value(), setting));
        }
    }

    private static void sizes(Plan plan) {
        if (plan.find(TCP.child(ADDRESS)).isEmpty()) {
            return;
        }
        for (String size : List.of("max_recv_message_size", "max_send_message_size")) {
            plan.find(GRPC.child(size)).ifPresent(setting -> plan.imply(TCP.child(size), setting.value(), setting));
        }
    }
}
