// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.KeySchema;
import dev.ctrcfg.release.PluginIds;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.release.SchemaSection;
import dev.ctrcfg.release.V1PluginNames;
import java.util.List;
import java.util.Optional;

/**
 * What plugins are called in files of each version: by the last part of their ids in version 1, by their ids in version
 * 2, and two of them by other ids since version 3.
 */
final class PluginNames {

    private PluginNames() {}

    /** The name in a version of the plugin that has a name in some version. */
    static Optional<String> in(ConfigVersion version, String name) {
        String id = name.indexOf('.') < 0 ? V1PluginNames.fullId(name) : name;
        if (version.isAtLeast(ConfigVersion.V3)) {
            return Optional.of(newer(id));
        }
        if (id.equals(PluginIds.SHIM_MANAGER)) {
            return Optional.empty();
        }
        String old = older(id);
        return Optional.of(version == ConfigVersion.V2 ? old : shortName(old, name));
    }

    private static String newer(String id) {
        return switch (id) {
            case PluginIds.RESTART_OLD -> PluginIds.RESTART;
            case PluginIds.CGROUPS_OLD -> PluginIds.CGROUPS;
            default -> id;
        };
    }

    private static String older(String id) {
        return switch (id) {
            case PluginIds.RESTART -> PluginIds.RESTART_OLD;
            case PluginIds.CGROUPS -> PluginIds.CGROUPS_OLD;
            default -> id;
        };
    }

    /** The short name, unless containerd would not know what it is short for. */
    private static String shortName(String id, String written) {
        if (written.indexOf('.') < 0) {
            return written;
        }
        String last = SchemaSection.shortId(id);
        boolean understood = V1PluginNames.fullId(last).equals(id);
        return understood || isOfOldReleases(id) ? last : id;
    }

    private static boolean isOfOldReleases(String id) {
        ContainerdRelease last = ReleaseLine.V1_7.newest();
        return KeySchema.of(last).section(id).isPresent();
    }

    /** The oldest version that has all of these names. */
    static ConfigVersion spelling(List<String> names) {
        boolean split = false;
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name.indexOf('.') < 0) {
                return ConfigVersion.V1;
            }
            split |= isSinceV3(name);
        }
        if (names.isEmpty()) {
            return ConfigVersion.V1;
        }
        return split ? ConfigVersion.V3 : ConfigVersion.V2;
    }

    private static boolean isSinceV3(String id) {
        return switch (id) {
            case PluginIds.CRI_RUNTIME,
                    PluginIds.CRI_IMAGES,
                    PluginIds.RESTART,
                    PluginIds.CGROUPS,
                    PluginIds.SHIM_MANAGER -> true;
            default -> false;
        };
    }
}
