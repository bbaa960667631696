// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.Effect;

/** Something that keeps the CRI plugin from loading. */
final class CriNotLoaded extends LintRule {

    CriNotLoaded() {
        super("cri-not-loaded", Severity.ERROR, Releases.ALL);
    }

    @Override
    void check(Subject subject, Findings findings) {
        OtherRemarks.report(this, Effect.CRI_NOT_LOADED, subject, findings);
    }
}
