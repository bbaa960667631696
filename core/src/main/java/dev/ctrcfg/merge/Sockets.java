// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import dev.ctrcfg.model.ConfigLayout;
import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.PluginIds;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settings of {@code grpc} that until version 3 count for other sockets too.
 *
 * <p>The socket that shims report to: until version 3 it goes with {@code grpc.address} unless it has an address of its
 * own, in version 4 it does not follow (containerd's cmd/containerd/server/config/config.go, {@code serviceMigrate}).
 *
 * <p>The sizes of messages are those of the TCP socket as well, which has sizes of its own in version 4.
 */
final class Sockets {

    private static final Key GRPC = Key.of("grpc", "address");
    private static final Key RECEIVED = Key.of("grpc", "max_recv_message_size");
    private static final Key SENT = Key.of("grpc", "max_send_message_size");
    private static final Key TCP = Key.of("plugins", PluginIds.SERVER_GRPC_TCP);
    private static final Key TTRPC_ADDRESS = Key.of("plugins", PluginIds.SERVER_TTRPC, "address");
    private static final Key GRPC_ADDRESS = Key.of("plugins", PluginIds.SERVER_GRPC, "address");
    private static final String SUFFIX = ".ttrpc";

    private final Draft draft;
    private final ConfigLayout layout;
    private final List<Setting> sizes = new ArrayList<>();
    private @Nullable TomlValue former;
    private @Nullable TomlString address;

    Sockets(Draft draft, ConfigLayout layout) {
        this.draft = draft;
        this.layout = layout;
    }

    /** The keys beside its own that a setting counts for. */
    List<Key> twins(Key key) {
        boolean counts = layout.version() == ConfigVersion.V4 && (key.equals(RECEIVED) || key.equals(SENT));
        return counts ? List.of(TCP.resolve(key.tail(1))) : List.of();
    }

    void see(Key key, TomlValue value) {
        for (Key twin : twins(key)) {
            sizes.add(new Setting(twin, value));
        }
        boolean moves = layout.version() == ConfigVersion.V4 && key.equals(GRPC);
        if (moves && value instanceof TomlString text) {
            former = draft.get(GRPC_ADDRESS);
            address = text;
        }
    }

    void finish() {
        if (draft.get(TCP.child("address")) instanceof TomlString tcp
                && !tcp.value().isEmpty()) {
            for (Setting size : sizes) {
                draft.put(size.key(), size.value());
            }
        }
        sizes.clear();
        finishShims();
    }

    private void finishShims() {
        TomlString wanted = address;
        address = null;
        if (wanted == null || wanted.value().isEmpty()) {
            return;
        }
        TomlValue present = draft.get(TTRPC_ADDRESS);
        if (present == null || former != null && present.equals(derived(former))) {
            draft.put(TTRPC_ADDRESS, derived(wanted));
        }
    }

    private static TomlValue derived(TomlValue address) {
        return address instanceof TomlString text ? TomlValue.of(text.value() + SUFFIX) : address;
    }
}
