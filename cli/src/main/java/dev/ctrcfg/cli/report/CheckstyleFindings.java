// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli.report;

import dev.ctrcfg.lint.Finding;
import java.io.PrintWriter;

/** Writes findings as Checkstyle does, which many tools read. */
public final class CheckstyleFindings implements FindingsReport {

    @Override
    public void write(Iterable<FileFindings> files, PrintWriter out) {
        out.print(Xml.HEADER + "<checkstyle" + Xml.attribute("version", "4.3") + ">\n");
        for (FileFindings file : files) {
            out.print("  <file" + Xml.attribute("name", file.file()) + ">\n");
            for (Finding finding : file.findings()) {
                out.print("    <error"
                        + Xml.attribute("line", finding.place().start().line())
                        + Xml.attribute("column", finding.place().start().column())
                        + Xml.attribute("severity", finding.severity())
                        + Xml.attribute("message", finding.message() + " (containerd " + finding.releases() + ")")
                        + Xml.attribute("source", "ctrcfg." + finding.rule()) + "/>\n");
            }
            out.print("  </file>\n");
        }
        out.print("</checkstyle>\n");
    }
}
