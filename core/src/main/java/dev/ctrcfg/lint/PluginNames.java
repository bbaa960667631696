// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.KeySchema;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.release.V1PluginNames;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which names of plugins there are, in any release. */
final class PluginNames {

    private static final String PREFIX = "io.containerd.";

    /** Plugins that distributors build into their containerd, and those of Windows. */
    private static final Set<String> OF_DISTRIBUTORS = Set.of(
            "io.containerd.snapshotter.v1.stargz",
            "io.containerd.snapshotter.v1.fuse-overlayfs",
            "io.containerd.snapshotter.v1.nix",
            "io.containerd.snapshotter.v1.nydus",
            "io.containerd.snapshotter.v1.overlaybd",
            "io.containerd.snapshotter.v1.soci",
            "io.containerd.snapshotter.v1.blockcim",
            "io.containerd.snapshotter.v1.cimfs",
            "io.containerd.snapshotter.v1.windows",
            "io.containerd.snapshotter.v1.windows-lcow");

    private static final class Holder {
        static final Set<String> IDS = ids();
    }

    private PluginNames() {}

    private static Set<String> ids() {
        Set<String> ids = new TreeSet<>();
        for (ReleaseLine line : ReleaseLine.values()) {
            for (String id : KeySchema.of(line.newest()).sectionIds()) {
                if (id.startsWith(PREFIX)) {
                    ids.add(id);
                }
            }
        }
        return ids;
    }

    /** The ids of all plugins of all releases. */
    static Set<String> all() {
        return Holder.IDS;
    }

    static boolean isKnown(String id) {
        return Holder.IDS.contains(id);
    }

    static boolean isOfDistributor(String id) {
        return OF_DISTRIBUTORS.contains(id);
    }

    /** Whether a name is an id of version 2 or later, whether there is such a plugin or not. */
    static boolean isFullId(String name) {
        return name.startsWith(PREFIX) && parts(name) >= 4;
    }

    private static int parts(String name) {
        int parts = 1;
        for (int i = 0; i < name.length(); i++) {
            parts += name.charAt(i) == '.' ? 1 : 0;
        }
        return parts;
    }

    /** Whether a name is one of version 1. */
    static boolean isShort(String name) {
        return name.indexOf('.') < 0 && isKnown(V1PluginNames.fullId(name));
    }

    /** The plugin whose id a name begins with, if it goes on behind a dot. */
    static Optional<String> beginning(String name) {
        for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
            String id = name.substring(0, dot);
            if (isKnown(id)) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }
}
