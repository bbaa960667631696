// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli.report;

import dev.ctrcfg.lint.Finding;
import java.io.PrintWriter;

/** Writes findings as compilers do: one line each, and on a terminal the source line with carets below. */
public final class TextFindings implements FindingsReport {

    private static final int WIDTH = 160;
    private static final int CONTEXT = 60;

    private final boolean excerpts;

    /**
     * Creates a report.
     *
     * @param excerpts whether to show source lines
     */
    public TextFindings(boolean excerpts) {
        this.excerpts = excerpts;
    }

    @Override
    public void write(Iterable<FileFindings> files, PrintWriter out) {
        for (FileFindings file : files) {
            for (Finding finding : file.findings()) {
                out.print(Printable.text(line(finding)));
                out.print('\n');
                if (excerpts) {
                    excerpt(finding, out);
                }
            }
        }
    }

    private static String line(Finding finding) {
        Finding.Place place = finding.place();
        return place.file() + ":" + place.start() + ": " + finding.severity() + ": " + finding.message()
                + " (containerd " + finding.releases() + ") [" + finding.rule() + "]";
    }

    private static void excerpt(Finding finding, PrintWriter out) {
        String line = finding.place().sourceLine();
        int at = Math.min(finding.place().start().column() - 1, line.length());
        int from = line.length() <= WIDTH ? 0 : Math.max(0, at - CONTEXT);
        int to = Math.min(line.length(), from + WIDTH);
        out.print(Printable.text(line.substring(from, to)));
        out.print('\n');
        for (int i = from; i < at; i++) {
            out.print(line.charAt(i) == '\t' ? '\t' : ' ');
        }
        int carets = Math.max(1, Math.min(length(finding), to - at));
        out.print("^".repeat(carets));
        out.print('\n');
    }

    /** How many characters of the first line the finding covers. */
    private static int length(Finding finding) {
        boolean oneLine =
                finding.place().start().line() == finding.place().end().line();
        return oneLine
                ? finding.place().end().column() - finding.place().start().column()
                : Integer.MAX_VALUE;
    }
}
