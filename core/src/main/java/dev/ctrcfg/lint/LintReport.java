// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.toml.TomlDocument;
import java.util.List;
import java.util.Optional;

/**
 * What there is to say about a file.
 *
 * @param file the name of the file
 * @param findings the findings in the order of the text
 * @param document the file, if it is TOML
 */
public record LintReport(String file, List<Finding> findings, Optional<TomlDocument> document) {

    /** Copies the list. */
    public LintReport {
        findings = List.copyOf(findings);
    }

    /**
     * {@return how many findings have a severity}
     *
     * @param severity the severity
     */
    public int count(Severity severity) {
        int count = 0;
        for (Finding finding : findings) {
            count += finding.severity() == severity ? 1 : 0;
        }
        return count;
    }
}
