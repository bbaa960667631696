// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.ReleaseLine;

/** A setting in upper or lower case where the release takes another spelling only. */
final class KeyCaseRule extends LintRule {

    KeyCaseRule() {
        super("key-case", Severity.ERROR, Releases.since(ReleaseLine.V1_5));
    }

    @Override
    void check(Subject subject, Findings findings) {
        for (UnknownKey key : subject.unknownKeys()) {
            if (key.kind() == UnknownKey.Kind.CASE) {
                findings.add(this, key.problem());
            }
        }
    }
}
