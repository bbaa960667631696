// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Completion;
import dev.ctrcfg.cli.command.Converter;
import dev.ctrcfg.cli.report.CheckstyleFindings;
import dev.ctrcfg.cli.report.FindingsReport;
import dev.ctrcfg.cli.report.GithubFindings;
import dev.ctrcfg.cli.report.GitlabFindings;
import dev.ctrcfg.cli.report.JsonFindings;
import dev.ctrcfg.cli.report.JunitFindings;
import dev.ctrcfg.cli.report.RdjsonFindings;
import dev.ctrcfg.cli.report.SarifFindings;
import dev.ctrcfg.cli.report.TextFindings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The formats of findings. */
enum LintFormat {
    /** What people and editors read. */
    TEXT,
    /** JSON. */
    JSON,
    /** SARIF 2.1.0, for code scanning. */
    SARIF,
    /** Workflow commands of GitHub Actions. */
    GITHUB,
    /** A code quality report of GitLab. */
    GITLAB,
    /** The format of reviewdog. */
    RDJSON,
    /** A test report of JUnit. */
    JUNIT,
    /** The format of Checkstyle. */
    CHECKSTYLE;

    /** The word on the command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it says how findings are mended. */
    boolean showsFixes() {
        return this == JSON || this == SARIF || this == RDJSON;
    }

    /** Makes what writes in this format. */
    FindingsReport report(Console console) {
        return switch (this) {
            case TEXT -> new TextFindings(console.isOnTerminal());
            case JSON -> new JsonFindings();
            case SARIF -> new SarifFindings(Version.number());
            case GITHUB -> new GithubFindings();
            case GITLAB -> new GitlabFindings();
            case RDJSON -> new RdjsonFindings();
            case JUNIT -> new JunitFindings();
            case CHECKSTYLE -> new CheckstyleFindings();
        };
    }

    /** Takes the word of a format. */
    enum Words implements Converter<LintFormat> {
        WORDS;

        @Override
        public LintFormat convert(String text) {
            for (LintFormat format : LintFormat.values()) {
                if (format.word().equals(text)) {
                    return format;
                }
            }
            throw new IllegalArgumentException("'" + text + "' is not one of " + String.join(", ", words()));
        }

        @Override
        public Completion completion() {
            return Completion.words(words());
        }

        private static List<String> words() {
            List<String> words = new ArrayList<>();
            for (LintFormat format : LintFormat.values()) {
                words.add(format.word());
            }
            return words;
        }
    }
}
