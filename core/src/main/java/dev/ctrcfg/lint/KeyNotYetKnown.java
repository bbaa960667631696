// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

/** A setting that only later releases have. */
final class KeyNotYetKnown extends LintRule {

    KeyNotYetKnown() {
        super("key-not-yet-known", Severity.ERROR, Releases.ALL);
    }

    @Override
    void check(Subject subject, Findings findings) {
        for (UnknownKey key : subject.unknownKeys()) {
            if (key.kind() == UnknownKey.Kind.NOT_YET) {
                findings.add(this, key.problem());
            }
        }
    }
}
