// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.toml.SyntaxError;
import dev.ctrcfg.toml.TomlDialect;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlSyntaxException;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the TOML readers of the releases make of a file. A file that is plain TOML is read once for all of them. */
final class Readings {

    /** A file as one reader takes it: a document, or errors. */
    record Reading(Optional<TomlDocument> document, List<SyntaxError> errors) {}

    private final byte[] bytes;
    private final @Nullable Reading plain;
    private final IdentityHashMap<TomlDocument, List<TomlDialect.Refusal>> constructs = new IdentityHashMap<>(2);
    private final Map<TomlDialect, Reading> byDialect = new EnumMap<>(TomlDialect.class);

    Readings(byte[] bytes) {
        this.bytes = bytes;
        Reading first = read(() -> TomlDocument.parse(bytes));
        plain = first.document.isPresent() ? first : null;
    }

    private interface Parse {
        TomlDocument parse();
    }

    private static Reading read(Parse parse) {
        try {
            return new Reading(Optional.of(parse.parse()), List.of());
        } catch (TomlSyntaxException e) {
            return new Reading(Optional.empty(), e.errors());
        }
    }

    /** The constructs of a document, which is one of these readings, that some reader refuses. */
    List<TomlDialect.Refusal> constructs(TomlDocument document) {
        List<TomlDialect.Refusal> known = constructs.get(document);
        if (known == null) {
            known = TomlDialect.constructs(document);
            constructs.put(document, known);
        }
        return known;
    }

    Reading by(ContainerdRelease release) {
        Reading all = plain;
        return all != null ? all : byDialect.computeIfAbsent(release.tomlDialect(), this::read);
    }

    private Reading read(TomlDialect dialect) {
        return read(() -> TomlDocument.parse(bytes, dialect.options()));
    }

    /** The document of the first reader that takes the file. */
    Optional<TomlDocument> any(List<ContainerdRelease> releases) {
        for (ContainerdRelease release : releases) {
            Optional<TomlDocument> document = by(release).document();
            if (document.isPresent()) {
                return document;
            }
        }
        return Optional.empty();
    }
}
