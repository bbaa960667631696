// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.model.Secrets;
import dev.ctrcfg.toml.Span;
import dev.ctrcfg.toml.SyntaxError;
import dev.ctrcfg.toml.TomlDialect;
import dev.ctrcfg.toml.TomlDocument;
import java.util.Optional;

/** Text that is not TOML, or not for the reader of every release. */
final class TomlSyntax extends LintRule {

    TomlSyntax() {
        super("toml-syntax", Severity.ERROR, Releases.ALL);
    }

    @Override
    boolean looksAt(FileKind kind) {
        return true;
    }

    @Override
    void check(Subject subject, Findings findings) {
        Readings.Reading reading = subject.file().readings().by(subject.release());
        reading.document().ifPresent(document -> refusals(subject, document, findings));
        errors(subject.file().text(), reading, findings);
    }

    /** The error of what is no text at all, such as a program. */
    void binary(FileText file, Findings findings) {
        findings.add(
                this,
                new Spot(file, new Span(0, 0), Optional.empty())
                        .problem("this is no text, as it has bytes that are 0, and containerd does not start with it"));
    }

    /** The errors of a text that is not TOML. */
    void errors(FileText text, Readings.Reading reading, Findings findings) {
        for (SyntaxError error : reading.errors()) {
            findings.add(
                    this,
                    new Spot(text, error.span(), Optional.empty())
                            .problem(Secrets.mask(error).message()));
        }
    }

    private void refusals(Subject subject, TomlDocument document, Findings findings) {
        TomlDialect dialect = subject.release().tomlDialect();
        for (TomlDialect.Refusal refusal :
                dialect.among(subject.file().readings().constructs(document))) {
            findings.add(
                    this,
                    new Spot(subject.file().text(), refusal.span(), Optional.empty())
                            .problem("the TOML reader of these releases does not take " + refusal.construct()
                                    + ", and containerd does not start"));
        }
    }
}
