// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

/** A setting that containerd has no longer. */
final class RemovedKey extends LintRule {

    RemovedKey() {
        super("removed-key", Severity.ERROR, Releases.ALL);
    }

    @Override
    void check(Subject subject, Findings findings) {
        for (UnknownKey key : subject.unknownKeys()) {
            if (key.kind() == UnknownKey.Kind.REMOVED) {
                findings.add(this, key.problem());
            }
        }
    }
}
