// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.KnownPlugins;
import dev.ctrcfg.release.PluginIds;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.Map;
import java.util.Optional;

/** Quotes around more than the plugin's id, which make one long name of what should be several. */
final class QuotedPath extends FileRule {

    private static final String PLUGINS = "plugins";

    QuotedPath() {
        super("quoted-path", Severity.ERROR, Releases.ALL);
    }

    @Override
    void check(LintedFile file, Findings findings) {
        for (PluginTable plugin : file.plugins()) {
            meant(plugin.id()).ifPresent(right -> report(file, findings, plugin.key(), right));
        }
        for (Map.Entry<String, TomlValue> entry : file.root().entries().entrySet()) {
            String name = entry.getKey();
            if (entry.getValue() instanceof TomlTable && name.startsWith(PLUGINS + ".")) {
                ofWhole(name.substring(PLUGINS.length() + 1))
                        .ifPresent(right -> report(file, findings, Key.of(name), right));
            }
        }
    }

    private static Optional<Key> ofWhole(String name) {
        return KnownPlugins.isKnown(name) ? Optional.of(Key.of(PLUGINS, name)) : meant(name);
    }

    /** The key that a name stands for if it begins with a plugin's id; only the CRI plugin has tables worth the while. */
    static Optional<Key> meant(String name) {
        if (KnownPlugins.isKnown(name)) {
            return Optional.empty();
        }
        Optional<String> id = KnownPlugins.beginning(name).filter(CriSettings::isTable);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Key right = Key.of(PLUGINS, id.get());
        for (String part : name.substring(id.get().length() + 1).split("\\.", -1)) {
            right = right.child(part);
        }
        return Optional.of(right);
    }

    private void report(LintedFile file, Findings findings, Key key, Key right) {
        int parts = key.size();
        findings.add(
                this,
                file.spot(key)
                        .problem("the quotes enclose more than the plugin's id, so that containerd looks for a plugin"
                                + " \"" + key.name(parts - 1) + "\", finds none and ignores the table; write " + right)
                        .fixedBy(Fixes.headers(file, key, header -> right.resolve(header.tail(parts)))));
    }

    /** Whether a plugin's name is one of those that this rule reports. */
    static boolean covers(String name) {
        return name.startsWith(PluginIds.CRI) && meant(name).isPresent();
    }
}
