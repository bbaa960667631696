// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli.report;

import dev.ctrcfg.lint.Finding;
import dev.ctrcfg.lint.Severity;

/** Counts files and findings as they come. */
public final class Counts {

    private final int[] findings = new int[Severity.values().length];
    private int files;

    /** Starts with nothing. */
    public Counts() {}

    /**
     * Counts a file and its findings.
     *
     * @param file the file
     */
    public void add(FileFindings file) {
        files++;
        for (Finding finding : file.findings()) {
            findings[place(finding.severity())]++;
        }
    }

    private static int place(Severity severity) {
        return switch (severity) {
            case ERROR -> 0;
            case WARNING -> 1;
            case INFO -> 2;
        };
    }

    /** {@return how many files there were} */
    public int files() {
        return files;
    }

    /**
     * {@return how many findings have a severity}
     *
     * @param severity the severity
     */
    public int of(Severity severity) {
        return findings[place(severity)];
    }

    /**
     * {@return whether a finding is at least as bad as something}
     *
     * @param severity how bad that is
     */
    public boolean hasAtLeast(Severity severity) {
        for (Severity one : Severity.values()) {
            if (one.isAtLeast(severity) && of(one) > 0) {
                return true;
            }
        }
        return false;
    }

    /** {@return all counts in words, such as {@code 1 error, 2 warnings and 0 infos in 3 files}} */
    public String summary() {
        return words(of(Severity.ERROR), "error") + ", " + words(of(Severity.WARNING), "warning") + " and "
                + words(of(Severity.INFO), "info") + " in " + words(files, "file");
    }

    private static String words(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
