// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.io.ConfigFile;
import dev.ctrcfg.lint.Fixer;
import dev.ctrcfg.lint.Linter;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlSyntaxException;
import dev.ctrcfg.toml.UnifiedDiff;
import java.io.IOException;
import java.util.Optional;

/** Mends files as far as findings say how. */
final class LintFix {

    private final Linter linter;
    private final Console console;

    LintFix(Linter linter, Console console) {
        this.linter = linter;
        this.console = console;
    }

    /** Writes the mended file. */
    void write(FileArgument argument) throws CommandFailure {
        try {
            ConfigFile file = ConfigFile.read(argument.path());
            Optional<TomlDocument> fixed = fixed(argument.inputName(), file.content());
            if (fixed.isPresent()) {
                file.replace(fixed.get().bytes());
            }
        } catch (IOException e) {
            throw CommandFailure.of(argument.inputName(), e);
        }
    }

    /** Prints what would be written as a unified diff. */
    void show(String name, byte[] content) {
        Optional<TomlDocument> fixed = fixed(name, content);
        if (fixed.isPresent()) {
            TomlDocument before = TomlDocument.parse(content);
            String diff = UnifiedDiff.of(
                    name,
                    name,
                    before,
                    LineEdits.between(before.text(), fixed.get().text()));
            console.out().print(diff);
        }
    }

    /** The mended file; empty if it cannot be read as TOML. */
    Optional<TomlDocument> fixed(String name, byte[] content) {
        try {
            return Optional.of(Fixer.fix(linter, name, TomlDocument.parse(content)));
        } catch (TomlSyntaxException e) {
            return Optional.empty();
        }
    }
}
