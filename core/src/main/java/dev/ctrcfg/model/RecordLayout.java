// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.KeySchema;
import dev.ctrcfg.release.PluginIds;
import dev.ctrcfg.toml.Key;
import java.util.Optional;

/**
 * Where the records have what a file of some version holds.
 *
 * <p>Files of version 4 hold the daemon's sockets in tables of plugins; they go by the names that they have at the top
 * level of older files, such as {@code grpc.address}.
 */
final class RecordLayout {

    private static final Key CRI = Key.of("cri");
    private static final Key CONTAINERD = Key.of("containerd");

    private final boolean moved;
    private final boolean split;

    RecordLayout(ConfigVersion version) {
        moved = version.isAtLeast(ConfigVersion.V4);
        split = version.isAtLeast(ConfigVersion.V3);
    }

    /** {@return the name that a setting goes by: its short name, or its key} */
    Key name(String section, Key plain) {
        if (section.equals(KeySchema.TOP_LEVEL)) {
            return plain;
        }
        Key key = Key.of(ConfigLayout.PLUGINS, section).resolve(plain);
        return CriLayout.nameOf(key).orElse(server(section, key).orElse(key));
    }

    /** {@return whether a key of the top level has no effect in a file of this version} */
    boolean isDead(Key topLevel) {
        return moved && !ServerTables.newer(topLevel).equals(topLevel);
    }

    /** {@return the place in the records; empty for what they keep as it is written} */
    Optional<Key> record(String section, Key plain) {
        if (section.equals(KeySchema.TOP_LEVEL)) {
            return Optional.of(plain);
        }
        if (CriLayout.isCri(section)) {
            return Optional.of(CRI.resolve(ofCri(section, plain)));
        }
        Key key = Key.of(ConfigLayout.PLUGINS, section).resolve(plain);
        return server(section, key);
    }

    private Optional<Key> server(String section, Key key) {
        return moved && ServerTables.isServer(section) ? ServerTables.older(key) : Optional.empty();
    }

    private Key ofCri(String section, Key plain) {
        if (plain.isRoot() || plain.equals(CONTAINERD)) {
            return ofTable(section);
        }
        Key key = Key.of(ConfigLayout.PLUGINS, section).resolve(plain);
        return CriLayout.nameOf(key).map(CriLayout::recordOf).orElse(plain);
    }

    private Key ofTable(String section) {
        if (section.equals(PluginIds.CRI_IMAGES)) {
            return CriLayout.IN_IMAGES;
        }
        return split && section.equals(PluginIds.CRI) ? CriLayout.IN_SERVER : Key.ROOT;
    }
}
