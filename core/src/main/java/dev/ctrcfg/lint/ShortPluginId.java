// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.KnownPlugins;
import dev.ctrcfg.release.PluginIds;
import dev.ctrcfg.release.V1PluginNames;
import dev.ctrcfg.toml.Key;

/** A plugin's name of version 1 in a file of a later version. */
final class ShortPluginId extends LintRule {

    ShortPluginId() {
        super("short-plugin-id", Severity.ERROR, Releases.ALL);
    }

    @Override
    void check(Subject subject, Findings findings) {
        LintedFile file = subject.file();
        if (file.version() < 2) {
            return;
        }
        boolean refused = refused(subject);
        for (PluginTable plugin : file.plugins()) {
            if (KnownPlugins.isShort(plugin.id())) {
                String id = fullId(subject.version(), plugin.id());
                findings.add(
                        this,
                        file.spot(plugin.key())
                                .problem("\"" + plugin.id() + "\" is a plugin's name in version 1; containerd "
                                        + (refused ? "refuses to start" : "ignores the table") + "; write "
                                        + Key.of("plugins", id))
                                .fixedBy(fix(file, plugin, id)));
            }
        }
    }

    private static boolean refused(Subject subject) {
        return subject.release().pluginIdCheck().coversTables()
                && subject.release().checksPluginIds(subject.file().version());
    }

    /** The CRI plugin's one table became several in version 3, so that there is no one id to put in its place. */
    private static String fullId(ConfigVersion version, String name) {
        String id = V1PluginNames.fullId(name);
        boolean split = id.equals(PluginIds.CRI) && CriSettings.isSplit(version);
        return split ? PluginIds.CRI_RUNTIME : id;
    }

    private static java.util.Optional<Fix> fix(LintedFile file, PluginTable plugin, String id) {
        boolean certain = id.equals(V1PluginNames.fullId(plugin.id()))
                && file.table(Key.of("plugins", id)).isEmpty();
        return certain
                ? Fixes.edit(file, "write " + Key.of("plugins", id), editor -> editor.rename(plugin.key(), id))
                : java.util.Optional.empty();
    }
}
