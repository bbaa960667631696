// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.migrate;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.PluginIds;
import dev.ctrcfg.toml.Key;

/** Which tables of plugins a file of some version has an effect with. */
final class Sources {

    private Sources() {}

    /**
     * Whether the releases that write a version look at a setting where it is written: by short names in version 1, in
     * one CRI table in version 2, at the top level for the daemon's sockets before version 4.
     */
    static boolean counts(ConfigVersion from, Setting setting) {
        return setting.written().filter(key -> counts(from, key)).isPresent();
    }

    /** Whether one of two settings of a name counts and the other does not. */
    static boolean beats(ConfigVersion from, Setting setting, Setting other) {
        return rank(from, setting) > rank(from, other);
    }

    private static int rank(ConfigVersion from, Setting setting) {
        boolean known =
                setting.written().flatMap(key -> Homes.before(from, key)).isPresent();
        return (counts(from, setting) ? 2 : 0) + (known ? 1 : 0);
    }

    private static boolean counts(ConfigVersion from, Key key) {
        boolean plugin = key.size() > 1 && key.part(0).equals(new Key.Name("plugins"));
        if (!plugin || !(key.part(1) instanceof Key.Name id)) {
            return from != ConfigVersion.V4 || !isServer(key);
        }
        return switch (from) {
            case V1 -> id.text().indexOf('.') < 0;
            case V2 -> !isSplit(id.text()) && !id.text().startsWith("io.containerd.server.");
            case V3 -> !id.text().startsWith("io.containerd.server.");
            case V4 -> true;
        };
    }

    private static boolean isServer(Key key) {
        return key.size() > 1
                && key.part(0) instanceof Key.Name name
                && name.text().equals("grpc");
    }

    static boolean isSplit(String id) {
        return id.equals(PluginIds.CRI_RUNTIME) || id.equals(PluginIds.CRI_IMAGES);
    }
}
