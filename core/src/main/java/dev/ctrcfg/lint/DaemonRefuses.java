// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.Effect;

/** Something that ends the daemon. */
final class DaemonRefuses extends LintRule {

    DaemonRefuses() {
        super("daemon-refuses", Severity.ERROR, Releases.ALL);
    }

    @Override
    void check(Subject subject, Findings findings) {
        OtherRemarks.report(this, Effect.EXIT, subject, findings);
        OtherRemarks.report(this, Effect.PANIC, subject, findings);
    }
}
