// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli.report;

import dev.ctrcfg.lint.Finding;
import java.util.List;

/**
 * A file that was looked at.
 *
 * @param file its name
 * @param findings what was found, in the order of the text
 */
public record FileFindings(String file, List<Finding> findings) {

    /** Copies the list. */
    public FileFindings {
        findings = List.copyOf(findings);
    }
}
