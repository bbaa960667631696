// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.PluginIds;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.toml.Key;

/** CRI settings under the plugin id of version 2 in a file of version 3 or 4. */
final class OldPluginId extends LintRule {

    static final Key TABLE = Key.of("plugins", PluginIds.CRI);

    OldPluginId() {
        super("old-plugin-id", Severity.ERROR, Releases.TWO);
    }

    @Override
    void check(Subject subject, Findings findings) {
        if (!isDead(subject)
                || !subject.file()
                        .table(TABLE)
                        .map(CriSettings::hasMoreThanServer)
                        .orElse(false)) {
            return;
        }
        findings.add(
                this,
                subject.file()
                        .spot(TABLE)
                        .problem("in version " + subject.version().number()
                                + " the CRI plugin has its settings in other tables, and containerd ignores all here but"
                                + " those of the streaming server; move them to "
                                + Key.of("plugins", PluginIds.CRI_RUNTIME)
                                + " and " + Key.of("plugins", PluginIds.CRI_IMAGES)));
    }

    /** Whether the release reads only the settings of the streaming server from this table. */
    static boolean isDead(Subject subject) {
        return CriSettings.isSplit(subject.version())
                && subject.since(ReleaseLine.V2_0)
                && !(subject.version() == ConfigVersion.V3 && subject.since(ReleaseLine.V2_3));
    }
}
