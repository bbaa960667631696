// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli.report;

import java.io.PrintWriter;
import java.util.List;

/** Writes findings in some format. */
public interface FindingsReport {

    /**
     * Writes all findings.
     *
     * @param files the files, in the order in which they are to be written
     * @param out where to
     */
    void write(List<FileFindings> files, PrintWriter out);
}
