// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.KnownPlugins;
import dev.ctrcfg.release.PluginIds;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlTable;
import java.util.List;
import java.util.Optional;

/** A table for a plugin that no release of containerd has. */
final class UnknownPlugin extends LintRule {

    private static final Key PLUGINS = Key.of("plugins");
    private static final String CRI_PREFIX = "io.containerd.cri.v1.";

    UnknownPlugin() {
        super("unknown-plugin", Severity.ERROR, Releases.ALL);
    }

    @Override
    void check(Subject subject, Findings findings) {
        for (PluginTable plugin : subject.file().plugins()) {
            if (isUnknown(subject, plugin.id())) {
                report(subject, findings, plugin);
            }
        }
        TomlTable plugins = subject.file().table(PLUGINS).orElse(TomlTable.EMPTY);
        plugins.entries().forEach((name, value) -> {
            if (!(value instanceof TomlTable)) {
                findings.add(
                        this,
                        subject.file()
                                .spot(PLUGINS.child(name))
                                .problem("below plugins there are tables of plugins only; containerd does not take the"
                                        + " setting \"" + name + "\" here"));
            }
        });
    }

    private static boolean isUnknown(Subject subject, String name) {
        if (KnownPlugins.isKnown(name) || KnownPlugins.isShort(name) || name.equals("io")) {
            return false;
        }
        return subject.version() == dev.ctrcfg.release.ConfigVersion.V1 && name.indexOf('.') < 0
                || !QuotedPath.covers(name);
    }

    private void report(Subject subject, Findings findings, PluginTable plugin) {
        Spot spot = subject.file().spot(plugin.key());
        boolean distributed = KnownPlugins.isOfDistributor(plugin.id());
        Optional<Key> meant = distributed ? Optional.empty() : meant(subject, plugin.id());
        String hint = meant.map(key -> "; did you mean " + key + "?").orElse(", unless this build has one");
        findings.add(
                this,
                spot.problem("containerd has no plugin \"" + plugin.id() + "\" and ignores the table" + hint)
                        .as(distributed ? Severity.INFO : severity()));
    }

    private static Optional<Key> meant(Subject subject, String name) {
        if (name.startsWith(CRI_PREFIX)) {
            Key table = Key.of("plugins", PluginIds.CRI_RUNTIME, name.substring(CRI_PREFIX.length()));
            if (subject.schema()
                    .find(dev.ctrcfg.release.ConfigVersion.V3, table)
                    .isPresent()) {
                return Optional.of(table);
            }
        }
        return namedAlike(subject, name)
                .or(() -> Similar.nearest(name, KnownPlugins.all()))
                .map(id -> Key.of("plugins", id));
    }

    /** The one plugin of the release whose id ends alike, as where the type is wrong. */
    private static Optional<String> namedAlike(Subject subject, String name) {
        String end = name.substring(Math.max(0, name.lastIndexOf('.')));
        Optional<String> alike = Optional.empty();
        for (String id :
                name.indexOf('.') < 0 ? List.<String>of() : subject.schema().sectionIds()) {
            if (id.endsWith(end) && KnownPlugins.isFullId(id)) {
                if (alike.isPresent()) {
                    return Optional.empty();
                }
                alike = Optional.of(id);
            }
        }
        return alike;
    }
}
