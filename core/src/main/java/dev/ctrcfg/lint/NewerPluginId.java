// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.PluginIds;
import dev.ctrcfg.toml.Key;

/** CRI settings under the plugin ids of version 3 where only containerd 2 would look for them. */
final class NewerPluginId extends LintRule {

    NewerPluginId() {
        super("newer-plugin-id", Severity.ERROR, Releases.ONE);
    }

    @Override
    void check(Subject subject, Findings findings) {
        if (CriSettings.isSplit(subject.version()) && subject.file().hasVersion()) {
            return;
        }
        for (PluginTable plugin : subject.file().plugins()) {
            boolean split =
                    plugin.id().equals(PluginIds.CRI_RUNTIME) || plugin.id().equals(PluginIds.CRI_IMAGES);
            if (split && !plugin.table().isEmpty()) {
                findings.add(
                        this,
                        subject.file()
                                .spot(plugin.key())
                                .problem(
                                        "containerd 1.x has no such plugin and ignores the table; write version = 3 for"
                                                + " containerd 2, or use " + Key.of("plugins", PluginIds.CRI)));
            }
        }
    }
}
