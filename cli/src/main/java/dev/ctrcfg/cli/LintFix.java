// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.lint.Fixer;
import dev.ctrcfg.lint.Linter;
import dev.ctrcfg.toml.Redaction;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlSyntaxException;
import dev.ctrcfg.toml.UnifiedDiff;
import java.nio.file.FileSystemException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Mends files as far as findings say how. */
final class LintFix {

    private final Linter linter;
    private final HostNames names;
    private final Console console;

    LintFix(Linter linter, HostNames names, Console console) {
        this.linter = linter;
        this.names = names;
        this.console = console;
    }

    /** Writes the mended files, all or none, and does what is to be done if one changed. */
    WriteReport write(List<FileArgument> files, FileWriting writing) throws CommandFailure {
        for (FileArgument file : files) {
            byte[] content = Input.read(file, console).original();
            Optional<TomlDocument> fixed = fixed(names.onHost(file), content);
            if (fixed.isPresent()) {
                byte[] after = fixed.get().bytes();
                writing.add(file.path(), before -> {
                    if (before.isEmpty() || !Arrays.equals(before.get(), content)) {
                        throw new FileSystemException(file.inputName(), null, "changed since it was read");
                    }
                    return after;
                });
            }
        }
        return writing.finish(files.get(files.size() - 1).path());
    }

    /** Prints what would be written as a unified diff. */
    void show(FileArgument file, byte[] content, Redaction hidden) {
        String name = names.here(file);
        Optional<TomlDocument> fixed = fixed(names.onHost(file), content);
        if (fixed.isPresent()) {
            TomlDocument before = TomlDocument.parse(content);
            String diff = UnifiedDiff.of(
                    name,
                    name,
                    before,
                    LineEdits.between(before.text(), fixed.get().text()),
                    hidden);
            console.out().print(Terminal.escape(diff));
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
