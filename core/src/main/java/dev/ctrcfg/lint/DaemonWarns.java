// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.Effect;

/** Something that containerd warns of, or reads over. */
final class DaemonWarns extends LintRule {

    DaemonWarns() {
        super("daemon-warns", Severity.WARNING, Releases.ALL);
    }

    @Override
    void check(Subject subject, Findings findings) {
        OtherRemarks.report(this, Effect.WARNING, subject, findings);
        OtherRemarks.report(this, Effect.IGNORED, subject, findings);
    }
}
