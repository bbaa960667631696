// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

/** The content of a hosts.toml in config.toml. */
final class HostsInConfig extends LintRule {

    HostsInConfig() {
        super("hosts-in-config", Severity.ERROR, Releases.ALL);
    }

    @Override
    void check(Subject subject, Findings findings) {
        for (UnknownKey key : subject.unknownKeys()) {
            if (key.kind() == UnknownKey.Kind.OF_HOSTS) {
                findings.add(this, key.problem());
            }
        }
    }
}
