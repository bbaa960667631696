// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.registry.InlineMirrors;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlTable;

/** A mirror by something that is not a URL. */
final class MirrorEndpoint extends LintRule {

    MirrorEndpoint() {
        super("mirror-endpoint", Severity.WARNING, Releases.ALL);
    }

    @Override
    void check(Subject subject, Findings findings) {
        for (Key registry : subject.criKeys("registry")) {
            TomlTable table = subject.file().table(registry).orElse(TomlTable.EMPTY);
            if (table.get("mirrors").orElse(null) instanceof TomlTable mirrors) {
                for (String host : mirrors.entries().keySet()) {
                    check(subject, table, registry.child("mirrors").child(host), findings);
                }
            }
        }
    }

    private void check(Subject subject, TomlTable registry, Key mirror, Findings findings) {
        String host = ((Key.Name) mirror.last()).text();
        try {
            InlineMirrors.endpoints(registry, host);
        } catch (IllegalArgumentException e) {
            findings.add(
                    this,
                    subject.file()
                            .valueSpot(mirror.child("endpoint"))
                            .problem("one of these is not a URL, and every pull from " + host + " fails: "
                                    + e.getMessage()));
        }
    }
}
