// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli.report;

import dev.ctrcfg.lint.Finding;
import dev.ctrcfg.lint.Severity;
import java.io.PrintWriter;

/** Writes findings as a code quality report of GitLab. */
public final class GitlabFindings implements FindingsReport {

    @Override
    public void write(Iterable<FileFindings> files, PrintWriter out) {
        JsonText json = new JsonText(out);
        Fingerprints fingerprints = new Fingerprints();
        json.array();
        for (FileFindings file : files) {
            for (Finding finding : file.findings()) {
                write(json, finding, fingerprints.next(finding));
            }
        }
        json.endArray();
    }

    private static void write(JsonText json, Finding finding, String fingerprint) {
        json.object();
        json.field("description", finding.message() + " (containerd " + finding.releases() + ")");
        json.field("check_name", finding.rule());
        json.field("fingerprint", fingerprint);
        json.field("severity", severity(finding.severity()));
        json.name("location").object().field("path", finding.place().file());
        json.name("lines").object();
        json.field("begin", finding.place().start().line());
        json.field("end", finding.place().end().line());
        json.endObject().endObject().endObject();
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "major";
            case WARNING -> "minor";
            case INFO -> "info";
        };
    }
}
