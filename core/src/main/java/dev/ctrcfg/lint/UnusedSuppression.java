// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

/** A {@code ctrcfg:ignore} comment with nothing to ignore. */
final class UnusedSuppression extends LintRule {

    UnusedSuppression() {
        super("unused-suppression", Severity.WARNING, Releases.ALL);
    }

    /** Known only when all other rules are through. */
    @Override
    void check(Subject subject, Findings findings) {}

    void report(Suppression suppression, Findings findings) {
        findings.add(this, suppression.spot().problem("nothing to ignore here for the rule " + suppression.rule()));
    }
}
