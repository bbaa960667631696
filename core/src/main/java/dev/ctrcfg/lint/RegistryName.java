// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlTable;
import java.util.List;

/** A table of a registry under a name that is not a host, so that nothing looks it up. */
final class RegistryName extends LintRule {

    RegistryName() {
        super("registry-name", Severity.ERROR, Releases.ALL);
    }

    @Override
    void check(Subject subject, Findings findings) {
        for (String table : List.of("mirrors", "configs")) {
            for (Key key : subject.criKeys("registry", table)) {
                for (String name : subject.file()
                        .table(key)
                        .orElse(TomlTable.EMPTY)
                        .entries()
                        .keySet()) {
                    check(subject, key.child(name), findings);
                }
            }
        }
    }

    private void check(Subject subject, Key key, Findings findings) {
        String name = ((Key.Name) key.last()).text();
        int scheme = name.indexOf("://");
        String rest = scheme < 0 ? name : name.substring(scheme + 3);
        boolean path = rest.indexOf('/') >= 0;
        if (scheme < 0 && !path) {
            return;
        }
        String host = path ? rest.substring(0, rest.indexOf('/')) : rest;
        findings.add(
                this,
                subject.file()
                        .spot(key)
                        .problem("containerd looks registries up by host and port, never finds \"" + name
                                + "\" and ignores the table; write \"" + host + "\""));
    }
}
