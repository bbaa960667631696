// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

/** A rule that finds the same whatever release reads the file, so that it looks once for all of them. */
abstract class FileRule extends LintRule {

    FileRule(String id, Severity severity, Releases releases) {
        super(id, severity, releases);
    }

    /** Looks at a file. */
    abstract void check(LintedFile file, Findings findings);

    @Override
    final void check(Subject subject, Findings findings) {
        check(subject.file(), findings);
    }
}
