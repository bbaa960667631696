// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.toml.Key;
import java.util.List;

/** The content of config.toml in a hosts.toml. */
final class ConfigInHosts extends FileRule {

    ConfigInHosts() {
        super("config-in-hosts", Severity.ERROR, Releases.since(ReleaseLine.V1_5));
    }

    @Override
    boolean looksAt(FileKind kind) {
        return kind == FileKind.HOSTS;
    }

    @Override
    void check(LintedFile file, Findings findings) {
        for (String name : List.of("plugins", "version")) {
            if (file.value(Key.of(name)).isPresent()) {
                findings.add(
                        this,
                        file.spot(Key.of(name))
                                .problem("this belongs into config.toml; in a hosts.toml containerd ignores it"));
                return;
            }
        }
    }
}
