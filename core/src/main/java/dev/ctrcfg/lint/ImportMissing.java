// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlValue;
import java.util.List;
import java.util.Optional;

/** An import that is not there. */
final class ImportMissing extends LintRule {

    private static final Key IMPORTS = Key.of("imports");

    ImportMissing() {
        super("import-missing", Severity.ERROR, Releases.ALL);
    }

    @Override
    void check(Subject subject, Findings findings) {
        for (String path : subject.missingImports()) {
            Optional<Key> entry = entry(subject.file(), path);
            if (entry.isEmpty()) {
                // Another kind of file, or one that an import imports.
                continue;
            }
            boolean relative = entry.flatMap(subject.file()::string)
                    .filter(text -> !text.startsWith("/"))
                    .isPresent();
            boolean certain = relative || subject.options().host().isPresent();
            findings.add(
                    this,
                    subject.file()
                            .valueSpot(entry.get())
                            .problem("there is no file " + path + ", and containerd does not start without it")
                            .as(certain ? severity() : Severity.WARNING));
        }
    }

    /** The entry of the list that a path comes from; none if it comes from another file's list. */
    private static Optional<Key> entry(LintedFile file, String path) {
        List<TomlValue> entries =
                file.value(IMPORTS).orElse(null) instanceof TomlArray array ? array.items() : List.of();
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i) instanceof TomlString entry && endsWith(path, entry.value())) {
                return Optional.of(IMPORTS.child(i));
            }
        }
        return Optional.empty();
    }

    private static boolean endsWith(String path, String entry) {
        String plain = entry;
        while (plain.startsWith("./") || plain.startsWith("../")) {
            plain = plain.substring(plain.indexOf('/') + 1);
        }
        return !plain.isEmpty() && path.endsWith(plain);
    }
}
