// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli.report;

import dev.ctrcfg.lint.Finding;
import dev.ctrcfg.lint.Severity;
import java.io.PrintWriter;

/** Writes findings as workflow commands of GitHub Actions, which become annotations of a pull request. */
public final class GithubFindings implements FindingsReport {

    @Override
    public void write(Iterable<FileFindings> files, PrintWriter out) {
        for (FileFindings file : files) {
            for (Finding finding : file.findings()) {
                out.print(line(finding) + "\n");
            }
        }
    }

    private static String line(Finding finding) {
        Finding.Place place = finding.place();
        StringBuilder line = new StringBuilder("::").append(command(finding.severity()));
        line.append(" file=").append(property(place.file()));
        line.append(",line=").append(place.start().line());
        line.append(",endLine=").append(place.end().line());
        if (place.start().line() == place.end().line()) {
            line.append(",col=").append(place.start().column());
            line.append(",endColumn=").append(place.end().column());
        }
        line.append(",title=").append(property("ctrcfg " + finding.rule())).append("::");
        return line.append(message(finding.message() + " (containerd " + finding.releases() + ")"))
                .toString();
    }

    private static String command(Severity severity) {
        return severity == Severity.INFO ? "notice" : severity.toString();
    }

    private static String message(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return message(text).replace(":", "%3A").replace(",", "%2C");
    }
}
