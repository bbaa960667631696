// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.KnownPlugins;
import dev.ctrcfg.release.PluginIds;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlValue;
import java.util.Optional;

/** A file without {@code version} that has the plugin ids of version 2 or later. */
final class VersionMissing extends LintRule {

    VersionMissing() {
        super("version-missing", Severity.ERROR, Releases.ALL);
    }

    @Override
    void check(Subject subject, Findings findings) {
        LintedFile file = subject.file();
        if (!file.lacksVersion()) {
            return;
        }
        Optional<PluginTable> lost = first(subject, true);
        Optional<PluginTable> any = first(subject, false);
        if (lost.isPresent()) {
            report(file, lost.get(), severity(), findings);
        } else if (any.isPresent() && subject.since(ReleaseLine.V2_0)) {
            report(file, any.get(), Severity.WARNING, findings);
        }
    }

    private void report(LintedFile file, PluginTable plugin, Severity severity, Findings findings) {
        int version = file.meantVersion().number();
        boolean lost = severity == Severity.ERROR;
        String effect = lost
                ? " and ignores its table " + plugin.key()
                : " and takes its table " + plugin.key() + " as it is by luck only";
        Problem problem = file.spot(plugin.key())
                .problem("the file states no version, so containerd takes it for version 1" + effect
                        + "; write version = " + version
                        + " on top, or the ids of another version if this becomes part of a"
                        + " file that states one");
        boolean isFragment = file.name().endsWith(".part");
        findings.add(
                this,
                problem.as(isFragment ? Severity.INFO : severity)
                        .fixedBy(Fixes.edit(
                                file,
                                "state version = " + version,
                                editor -> editor.set(Key.of("version"), TomlValue.of(version)))));
    }

    /** The first table by its full id, those of the CRI plugin before all others; only one that is lost, if need be. */
    private static Optional<PluginTable> first(Subject subject, boolean lost) {
        PluginTable first = null;
        for (PluginTable plugin : subject.file().plugins()) {
            if (KnownPlugins.isFullId(plugin.id()) && (!lost || isLost(subject, plugin))) {
                if (CriSettings.isTable(plugin.id())) {
                    return Optional.of(plugin);
                }
                first = first == null ? plugin : first;
            }
        }
        return Optional.ofNullable(first);
    }

    /** containerd 2.0 to 2.2 lose what is to move to another table, earlier releases everything. */
    private static boolean isLost(Subject subject, PluginTable plugin) {
        if (subject.since(ReleaseLine.V2_0)) {
            return !subject.since(ReleaseLine.V2_3)
                    && plugin.id().equals(PluginIds.CRI)
                    && CriSettings.hasMoreThanServer(plugin.table());
        }
        return subject.schema().section(plugin.id()).isPresent();
    }
}
