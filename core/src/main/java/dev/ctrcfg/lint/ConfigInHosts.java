// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.toml.Key;
import java.util.List;

/** The content of config.toml in a hosts.toml. */
final class ConfigInHosts extends LintRule {

    ConfigInHosts() {
        super("config-in-hosts", Severity.ERROR, Releases.since(ReleaseLine.V1_5));
    }

    @Override
    boolean looksAt(FileKind kind) {
        return kind == FileKind.HOSTS;
    }

    @Override
    void check(Subject subject, Findings findings) {
        for (String name : List.of("plugins", "version")) {
            if (subject.file().value(Key.of(name)).isPresent()) {
                findings.add(
                        this,
                        subject.file()
                                .spot(Key.of(name))
                                .problem("this belongs into config.toml; in a hosts.toml containerd ignores it"));
                return;
            }
        }
    }
}
