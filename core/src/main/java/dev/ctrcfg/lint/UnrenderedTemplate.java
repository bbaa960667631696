// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.toml.Span;
import java.util.List;
import java.util.Optional;

/** A template that becomes TOML only when something has filled it in. */
final class UnrenderedTemplate extends LintRule {

    private static final List<String> MARKS = List.of("{{", "{%", "<%", "${", "$(", "%(", "@@");

    UnrenderedTemplate() {
        super("unrendered-template", Severity.INFO, Releases.ALL);
    }

    /** Documents are no templates. */
    @Override
    void check(Subject subject, Findings findings) {}

    /** Where a text that is not TOML has its first mark of a template, outside of comments. */
    static Optional<Span> mark(FileText file) {
        if (!isText(file.text())) {
            return Optional.empty();
        }
        for (int line = 1; line <= file.lines(); line++) {
            String text = file.line(line);
            for (String mark : text.stripLeading().startsWith("#") ? List.<String>of() : MARKS) {
                int at = text.indexOf(mark);
                if (at >= 0) {
                    int start = file.start(line)
                            + text.substring(0, at).getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
                    return Optional.of(new Span(start, start + mark.length()));
                }
            }
        }
        return Optional.empty();
    }

    /** Programs and pictures have such marks by chance. Bytes that are no characters were read as U+FFFD. */
    private static boolean isText(String content) {
        return content.indexOf('\0') < 0 && content.indexOf('\ufffd') < 0;
    }

    void report(FileText file, Span mark, Findings findings) {
        findings.add(
                this,
                new Spot(file, mark, Optional.empty())
                        .problem("this is a template, not TOML; check what it is rendered to"));
    }
}
