// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.KnownPlugins;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.Map;
import java.util.Optional;

/** A plugin's id without quotes, which makes one table for each of its parts. */
final class UnquotedPluginId extends LintRule {

    private static final Key IO = Key.of("plugins", "io");

    UnquotedPluginId() {
        super("unquoted-plugin-id", Severity.ERROR, Releases.ALL);
    }

    @Override
    void check(Subject subject, Findings findings) {
        subject.file().table(IO).ifPresent(table -> descend(subject, findings, IO));
    }

    /** Finds the known ids among the tables below each other. */
    private void descend(Subject subject, Findings findings, Key key) {
        Optional<TomlTable> table = subject.file().table(key);
        if (table.isEmpty()) {
            return;
        }
        String id = dotted(key);
        if (KnownPlugins.isKnown(id)) {
            report(subject, findings, key);
            return;
        }
        for (Map.Entry<String, TomlValue> entry : table.get().entries().entrySet()) {
            descend(subject, findings, key.child(entry.getKey()));
        }
    }

    private static String dotted(Key key) {
        StringBuilder id = new StringBuilder();
        for (int i = 1; i < key.size(); i++) {
            id.append(i == 1 ? "" : ".").append(key.name(i));
        }
        return id.toString();
    }

    private void report(Subject subject, Findings findings, Key key) {
        Key right = Key.of("plugins", dotted(key));
        int parts = key.size();
        findings.add(
                this,
                subject.file()
                        .spot(key)
                        .problem("without quotes, " + key + " is no plugin but tables within tables, which containerd "
                                + (isRefused(subject) ? "refuses to start with" : "ignores") + "; write " + right)
                        .fixedBy(Fixes.headers(subject.file(), key, header -> right.resolve(header.tail(parts)))));
    }

    private static boolean isRefused(Subject subject) {
        return subject.release().pluginIdCheck().coversTables()
                && subject.release().checksPluginIds(subject.file().version());
    }
}
