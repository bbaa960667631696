// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli.report;

import java.io.PrintWriter;

/** Writes findings in some format. */
public interface FindingsReport {

    /**
     * Writes all findings.
     *
     * @param files the files, in the order in which they are to be written; they are gone through once, and may come to
     *     be only then
     * @param out where to
     */
    void write(Iterable<FileFindings> files, PrintWriter out);
}
