// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.Span;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlTable;
import java.util.List;
import java.util.Optional;

/** What loading came to. */
record Loaded(ContainerdRelease release, List<SourceFile> files, TomlTable root, TomlTable loaded, Verdict verdict) {

    Optional<Origin> origin(Key key) {
        if (root.find(key).isEmpty()) {
            return Optional.empty();
        }
        for (int i = files.size() - 1; i >= 0; i--) {
            SourceFile file = files.get(i);
            Optional<Span> span = file.document().flatMap(document -> written(document, key));
            if (span.isPresent()) {
                return Optional.of(new Origin.InFile(new SourcePlace(file, span.get()), key));
            }
        }
        return Optional.of(new Origin.Default(release));
    }

    private static Optional<Span> written(TomlDocument document, Key key) {
        return document.keySpanOf(key);
    }
}
