// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

/** A setting in the wrong table. */
final class MisplacedKey extends LintRule {

    MisplacedKey() {
        super("misplaced-key", Severity.ERROR, Releases.ALL);
    }

    @Override
    void check(Subject subject, Findings findings) {
        for (UnknownKey key : subject.unknownKeys()) {
            if (key.kind() == UnknownKey.Kind.MISPLACED) {
                findings.add(this, key.problem());
            }
        }
    }
}
