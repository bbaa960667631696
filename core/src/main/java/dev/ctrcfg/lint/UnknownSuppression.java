// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

/** A {@code ctrcfg:ignore} comment that names no rule. */
final class UnknownSuppression extends FileRule {

    UnknownSuppression() {
        super("unknown-suppression", Severity.WARNING, Releases.ALL);
    }

    @Override
    boolean looksAt(FileKind kind) {
        return true;
    }

    @Override
    void check(LintedFile file, Findings findings) {
        for (Suppression suppression : file.suppressions()) {
            if (Rules.find(suppression.rule()).isEmpty()) {
                String meant = Similar.nearest(suppression.rule(), Rules.ids())
                        .map(id -> "; did you mean " + id + "?")
                        .orElse("");
                findings.add(
                        this, suppression.spot().problem("there is no rule \"" + suppression.rule() + "\"" + meant));
            }
        }
    }
}
