// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli.report;

import dev.ctrcfg.lint.Finding;
import dev.ctrcfg.lint.Severity;
import java.util.List;

/** Counts findings. */
public final class Counts {

    private Counts() {}

    /**
     * {@return how many findings have a severity}
     *
     * @param files the files with their findings
     * @param severity the severity
     */
    public static int of(List<FileFindings> files, Severity severity) {
        int count = 0;
        for (FileFindings file : files) {
            for (Finding finding : file.findings()) {
                count += finding.severity() == severity ? 1 : 0;
            }
        }
        return count;
    }

    /**
     * {@return all counts in words, such as {@code 1 error, 2 warnings and 0 infos in 3 files}}
     *
     * @param files the files with their findings
     */
    public static String summary(List<FileFindings> files) {
        return words(of(files, Severity.ERROR), "error") + ", " + words(of(files, Severity.WARNING), "warning")
                + " and " + words(of(files, Severity.INFO), "info") + " in " + words(files.size(), "file");
    }

    private static String words(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
