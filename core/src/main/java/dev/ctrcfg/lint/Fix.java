// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.toml.Position;
import dev.ctrcfg.toml.Span;
import dev.ctrcfg.toml.TextEdit;
import dev.ctrcfg.toml.TomlDocument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What mends a finding.
 *
 * @param description what it does, as a command and without a period at its end
 * @param edits the edits of the file, in order and without overlaps
 */
public record Fix(String description, List<Edit> edits) {

    /**
     * A stretch of a file and what comes in its place.
     *
     * @param span the stretch
     * @param start where it starts
     * @param end where it ends; the column is the one behind its last character
     * @param columns the columns of both in bytes
     * @param replacement the text in its place
     */
    public record Edit(Span span, Position start, Position end, ByteColumns columns, String replacement) {
        // Written out: what the compiler makes for records links itself at the first call, which costs milliseconds.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Edit edit
                    && span.equals(edit.span)
                    && start.equals(edit.start)
                    && end.equals(edit.end)
                    && replacement.equals(edit.replacement);
        }

        @Override
        public int hashCode() {
            return 31 * span.hashCode() + replacement.hashCode();
        }
    }

    /** Copies the list. */
    public Fix {
        edits = List.copyOf(edits);
    }

    // Written out: what the compiler makes for records links itself at the first call, which costs milliseconds.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fix fix && description.equals(fix.description) && edits.equals(fix.edits);
    }

    @Override
    public int hashCode() {
        return 31 * description.hashCode() + edits.hashCode();
    }

    static Fix of(String description, FileText file, List<TextEdit> edits) {
        List<Edit> placed = new ArrayList<>(edits.size());
        for (TextEdit edit : edits) {
            Span span = edit.span();
            placed.add(new Edit(
                    span,
                    file.position(span.start()),
                    file.position(span.end()),
                    file.columns(span),
                    edit.replacement()));
        }
        return new Fix(description, placed);
    }

    /** {@return the edits as {@link TomlDocument#apply} takes them} */
    public List<TextEdit> textEdits() {
        List<TextEdit> plain = new ArrayList<>(edits.size());
        for (Edit edit : edits) {
            plain.add(new TextEdit(edit.span, edit.replacement));
        }
        return plain;
    }
}
