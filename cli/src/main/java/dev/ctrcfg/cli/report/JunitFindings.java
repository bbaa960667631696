// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli.report;

import dev.ctrcfg.lint.Finding;
import dev.ctrcfg.lint.Severity;
import java.io.PrintWriter;

/** Writes findings as a test report of JUnit: a suite for each file, a failing test for each error or warning. */
public final class JunitFindings implements FindingsReport {

    @Override
    public void write(Iterable<FileFindings> files, PrintWriter out) {
        out.print(Xml.HEADER + "<testsuites" + Xml.attribute("name", "ctrcfg lint") + ">\n");
        for (FileFindings file : files) {
            suite(file, out);
        }
        out.print("</testsuites>\n");
    }

    private static void suite(FileFindings file, PrintWriter out) {
        int tests = Math.max(1, file.findings().size());
        Counts counts = new Counts();
        counts.add(file);
        int failures = counts.of(Severity.ERROR) + counts.of(Severity.WARNING);
        out.print("  <testsuite" + Xml.attribute("name", file.file()) + Xml.attribute("tests", tests)
                + Xml.attribute("failures", failures) + Xml.attribute("errors", 0) + ">\n");
        if (file.findings().isEmpty()) {
            out.print(
                    "    <testcase" + Xml.attribute("classname", file.file()) + Xml.attribute("name", "lint") + "/>\n");
        }
        for (Finding finding : file.findings()) {
            test(finding, out);
        }
        out.print("  </testsuite>\n");
    }

    private static void test(Finding finding, PrintWriter out) {
        String place = finding.place().file() + ":" + finding.place().start();
        out.print("    <testcase" + Xml.attribute("classname", finding.place().file())
                + Xml.attribute(
                        "name", finding.rule() + " at " + finding.place().start()) + ">\n");
        String message = finding.message() + " (containerd " + finding.releases() + ")";
        if (finding.severity() == Severity.INFO) {
            out.print("      <skipped" + Xml.attribute("message", message) + "/>\n");
        } else {
            out.print("      <failure" + Xml.attribute("type", finding.severity())
                    + Xml.attribute("message", place + ": " + message) + "/>\n");
        }
        out.print("    </testcase>\n");
    }
}
