// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

/** A key that no release of containerd has a setting for. */
final class UnknownKeyRule extends LintRule {

    UnknownKeyRule() {
        super("unknown-key", Severity.ERROR, Releases.ALL);
    }

    @Override
    void check(Subject subject, Findings findings) {
        for (UnknownKey key : subject.unknownKeys()) {
            if (key.kind() == UnknownKey.Kind.UNKNOWN) {
                findings.add(this, key.problem());
            }
        }
    }
}
