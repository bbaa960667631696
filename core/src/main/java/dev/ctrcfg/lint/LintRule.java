// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Looks for one kind of mistake.
 *
 * <p>Every rule has a page, {@code rules/ID.md} beside this class, that says what it is about, why it matters, and how
 * bad and good files look.
 */
public abstract class LintRule {

    private final String id;
    private final Severity severity;
    private final Releases releases;

    LintRule(String id, Severity severity, Releases releases) {
        this.id = id;
        this.severity = severity;
        this.releases = releases;
    }

    /** {@return the rule's id, words in lower case with hyphens between them; it never changes} */
    public final String id() {
        return id;
    }

    /** {@return how bad a finding of this rule is, if it is not milder in a given case} */
    public final Severity severity() {
        return severity;
    }

    /** {@return the releases that the rule can have findings for} */
    public final Releases releases() {
        return releases;
    }

    /** {@return what the rule is about, in one line: the first line of its page} */
    public final String summary() {
        String page = page();
        String first = page.substring(0, page.indexOf('\n'));
        return first.substring(first.indexOf(": ") + 2);
    }

    /** {@return the rule's page, in Markdown} */
    public final String page() {
        try (InputStream in = LintRule.class.getResourceAsStream("rules/" + id + ".md")) {
            if (in == null) {
                throw new IllegalStateException("no page for the rule " + id);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the rule looks at files of a kind. */
    boolean looksAt(FileKind kind) {
        return kind == FileKind.CONFIG;
    }

    /** Looks at a file as one release reads it. */
    abstract void check(Subject subject, Findings findings);

    /** {@return the id} */
    @Override
    public final String toString() {
        return id;
    }
}
