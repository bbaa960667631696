// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which names of plugins there are, in any release. */
public final class KnownPlugins {

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

    /** What proxies stand in for, and what people build into containerds of their own. */
    private static final List<String> FOREIGN_TYPES = List.of(
            PluginIds.SNAPSHOTTER_TYPE + ".",
            "io.containerd.content.v1.",
            "io.containerd.differ.v1.",
            "io.containerd.sandbox.controller.v1.");

    private static final class Holder {
        static final Set<String> IDS = ids();
    }

    private KnownPlugins() {}

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

    /** {@return the ids of all plugins of all releases} */
    public static Set<String> all() {
        return Holder.IDS;
    }

    /**
     * {@return whether some release has a plugin}
     *
     * @param id its id
     */
    public static boolean isKnown(String id) {
        return Holder.IDS.contains(id);
    }

    /**
     * {@return whether a plugin is known to be in the containerd of some distributor, or in that of Windows}
     *
     * @param id its id
     */
    public static boolean isOfDistributor(String id) {
        return OF_DISTRIBUTORS.contains(id);
    }

    /**
     * {@return whether a plugin that no release has may be in somebody's own build: one of the kinds that containerd takes
     * from others, of which the id or the short name of version 1 is given}
     *
     * @param name the name of its table
     */
    public static boolean mayBeForeign(String name) {
        if (name.indexOf('.') >= 0) {
            return !isKnown(name) && isOfForeignType(name);
        }
        for (String id : OF_DISTRIBUTORS) {
            if (id.endsWith("." + name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfForeignType(String id) {
        for (String type : FOREIGN_TYPES) {
            if (id.startsWith(type) && id.length() > type.length()) {
                return true;
            }
        }
        return false;
    }

    /**
     * {@return whether a name is an id of version 2 or later, whether there is such a plugin or not}
     *
     * @param name the name of a table
     */
    public static boolean isFullId(String name) {
        return name.startsWith(PREFIX) && parts(name) >= 4;
    }

    private static int parts(String name) {
        int parts = 1;
        for (int i = 0; i < name.length(); i++) {
            parts += name.charAt(i) == '.' ? 1 : 0;
        }
        return parts;
    }

    /**
     * {@return whether a name is one of version 1}
     *
     * @param name the name of a table
     */
    public static boolean isShort(String name) {
        return name.indexOf('.') < 0 && isKnown(V1PluginNames.fullId(name));
    }

    /**
     * {@return the plugin whose id a name begins with, if it goes on behind a dot}
     *
     * @param name the name of a table
     */
    public static Optional<String> beginning(String name) {
        for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
            String id = name.substring(0, dot);
            if (isKnown(id)) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }
}
