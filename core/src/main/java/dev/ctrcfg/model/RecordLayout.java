// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.KeyMoves;
import dev.ctrcfg.release.KeySchema;
import dev.ctrcfg.release.Landing;
import dev.ctrcfg.release.PluginIds;
import dev.ctrcfg.release.SchemaKey;
import dev.ctrcfg.toml.Key;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the records have what a file of some version holds.
 *
 * <p>Files of version 4 hold the daemon's sockets in tables of plugins; they go by the names that they have at the top
 * level of older files, such as {@code grpc.address}.
 */
final class RecordLayout {

    private static final String PLUGINS = "plugins";
    private static final Key CRI = Key.of("cri");
    private static final Key CONTAINERD = Key.of("containerd");

    /** The names of what version 4 moved, by the keys they have there. */
    private static final class Moved {
        static final Map<Key, Key> NAMES = names();

        private static Map<Key, Key> names() {
            ContainerdRelease newest = ContainerdRelease.newest();
            KeyMoves moves = KeyMoves.of(newest);
            Map<Key, Key> names = new HashMap<>();
            for (SchemaKey setting : KeySchema.of(newest)
                    .section(KeySchema.TOP_LEVEL)
                    .orElseThrow()
                    .keys()) {
                Key name = Key.parse(setting.path().indexOf('*') < 0 ? setting.path() : "");
                if (name.size() == 2
                        && moves.landing(ConfigVersion.V3, name) instanceof Landing.At there
                        && !there.key().equals(name)) {
                    names.put(there.key(), name);
                }
            }
            return names;
        }
    }

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
        Key key = Key.of(PLUGINS, section).resolve(plain);
        return CriLayout.nameOf(key).orElse(moved ? Moved.NAMES.getOrDefault(key, key) : key);
    }

    /** {@return whether a key of the top level has no effect in a file of this version} */
    boolean isDead(Key topLevel) {
        return moved && Moved.NAMES.containsValue(topLevel);
    }

    /** {@return the place in the records; empty for what they keep as it is written} */
    Optional<Key> record(String section, Key plain) {
        if (section.equals(KeySchema.TOP_LEVEL)) {
            return Optional.of(plain);
        }
        boolean cri = section.equals(PluginIds.CRI_RUNTIME)
                || section.equals(PluginIds.CRI_IMAGES)
                || section.equals(PluginIds.CRI);
        if (cri) {
            return Optional.of(CRI.resolve(ofCri(section, plain)));
        }
        Key key = Key.of(PLUGINS, section).resolve(plain);
        return moved ? Optional.ofNullable(Moved.NAMES.get(key)) : Optional.empty();
    }

    private Key ofCri(String section, Key plain) {
        if (plain.isRoot() || plain.equals(CONTAINERD)) {
            return ofTable(section);
        }
        Key key = Key.of(PLUGINS, section).resolve(plain);
        return CriLayout.nameOf(key).map(CriLayout::recordOf).orElse(plain);
    }

    private Key ofTable(String section) {
        if (section.equals(PluginIds.CRI_IMAGES)) {
            return CriLayout.IN_IMAGES;
        }
        return split && section.equals(PluginIds.CRI) ? CriLayout.IN_SERVER : Key.ROOT;
    }
}
