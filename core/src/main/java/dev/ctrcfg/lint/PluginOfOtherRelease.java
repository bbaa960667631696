// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.KnownPlugins;
import dev.ctrcfg.release.Landing;

/** A table for a plugin that other releases of containerd have. */
final class PluginOfOtherRelease extends LintRule {

    PluginOfOtherRelease() {
        super("plugin-of-other-release", Severity.INFO, Releases.ALL);
    }

    @Override
    void check(Subject subject, Findings findings) {
        for (PluginTable plugin : subject.file().plugins()) {
            boolean known = KnownPlugins.isKnown(plugin.id()) && !CriSettings.isTable(plugin.id());
            if (known && subject.schema().section(plugin.id()).isEmpty() && !isMoved(subject, plugin)) {
                findings.add(
                        this,
                        subject.file()
                                .spot(plugin.key())
                                .problem("these releases of containerd have no plugin \"" + plugin.id()
                                        + "\" and ignore the table"));
            }
        }
    }

    /** Whether containerd takes the table to a plugin of another name. */
    private static boolean isMoved(Subject subject, PluginTable plugin) {
        return subject.landing(plugin.key()) instanceof Landing.At there
                && !there.key().equals(plugin.key());
    }
}
