// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.KnownPlugins;
import dev.ctrcfg.release.ReleaseLine;

/** Plugin ids of version 1 and of version 2 in one file that states no version. */
final class MixedPluginIds extends FileRule {

    MixedPluginIds() {
        super("mixed-plugin-ids", Severity.ERROR, new Releases(ReleaseLine.V1_2, ReleaseLine.V2_2));
    }

    @Override
    void check(LintedFile file, Findings findings) {
        if (file.version() >= 2 || !hasShort(file)) {
            return;
        }
        for (PluginTable plugin : file.plugins()) {
            if (KnownPlugins.isFullId(plugin.id())) {
                findings.add(
                        this,
                        file.spot(plugin.key())
                                .problem("containerd takes the file for version 1, where plugins have short names, and"
                                        + " ignores this table; write [plugins." + shortName(plugin.id())
                                        + "], or version = 2 and full ids everywhere"));
            }
        }
    }

    private static boolean hasShort(LintedFile file) {
        for (PluginTable plugin : file.plugins()) {
            if (plugin.id().indexOf('.') < 0 && !plugin.id().equals("io")) {
                return true;
            }
        }
        return false;
    }

    private static String shortName(String id) {
        return id.substring(id.lastIndexOf('.') + 1);
    }
}
