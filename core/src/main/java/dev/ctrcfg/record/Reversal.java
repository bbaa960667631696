// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.record;

import dev.ctrcfg.diff.Change;
import dev.ctrcfg.toml.TextEdit;
import dev.ctrcfg.toml.TomlDocument;
import java.util.List;

/**
 * What taking changes back makes of a document.
 *
 * @param document the document without the changes
 * @param edits the edits that lead to it from the document as it was found
 * @param undone the changes that are taken back
 * @param kept the changes that are not, each with its reason
 */
public record Reversal(TomlDocument document, List<TextEdit> edits, List<Change> undone, List<KeptChange> kept) {

    /** Copies the lists. */
    public Reversal {
        edits = List.copyOf(edits);
        undone = List.copyOf(undone);
        kept = List.copyOf(kept);
    }

    /** {@return whether the document differs from the one that was found} */
    public boolean changed() {
        return !edits.isEmpty();
    }

    /** {@return whether nothing is left of the document: no key, and no comment} */
    public boolean leavesNothing() {
        return document.root().isEmpty() && document.text().isBlank();
    }
}
