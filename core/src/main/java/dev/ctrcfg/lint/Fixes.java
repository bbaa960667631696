// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.toml.EditConflictException;
import dev.ctrcfg.toml.Header;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TextEdit;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlEditor;
import dev.ctrcfg.toml.TomlSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Works out edits; there is none where nobody asks for them, where the result would not be TOML, or where something stands
 * in the way.
 */
final class Fixes {

    private Fixes() {}

    /** What an editor does to the document. */
    static Optional<Fix> edit(LintedFile file, String description, Consumer<TomlEditor> change) {
        if (!file.offersFixes() || !file.document().faults().isEmpty()) {
            return Optional.empty();
        }
        try {
            TomlEditor editor = file.document().edit();
            change.accept(editor);
            return of(file, description, editor.edits());
        } catch (EditConflictException | TomlSyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Fix> of(LintedFile file, String description, List<TextEdit> edits) {
        return edits.isEmpty() ? Optional.empty() : Optional.of(Fix.of(description, file.text(), edits));
    }

    /** Gives every header below a key another one. */
    static Optional<Fix> headers(LintedFile file, Key below, UnaryOperator<Key> change) {
        if (!file.offersFixes()) {
            return Optional.empty();
        }
        List<TextEdit> edits = new ArrayList<>();
        for (Header header : file.headers()) {
            if (header.key().startsWith(below) && !header.element()) {
                edits.add(new TextEdit(header.span(), "[" + change.apply(header.key()) + "]"));
            }
        }
        Key first = change.apply(below);
        return readable(file.document(), edits) ? of(file, "write [" + first + "]", edits) : Optional.empty();
    }

    private static boolean readable(TomlDocument document, List<TextEdit> edits) {
        try {
            document.apply(edits);
            return document.faults().isEmpty();
        } catch (TomlSyntaxException e) {
            return false;
        }
    }
}
