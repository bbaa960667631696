// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import dev.ctrcfg.diff.Change;
import dev.ctrcfg.toml.TextEdit;
import dev.ctrcfg.toml.TomlDocument;
import java.util.List;

/**
 * What a merge made of a document.
 *
 * @param document the document after the merge
 * @param edits the differences in text, against the document before the merge; empty if it said everything already
 * @param changes the differences in meaning, in the order of the patches
 * @param notices what there is to know about it, in the order of the patches
 */
public record MergeResult(TomlDocument document, List<TextEdit> edits, List<Change> changes, List<Notice> notices) {

    /** Copies the lists. */
    public MergeResult {
        edits = List.copyOf(edits);
        changes = List.copyOf(changes);
        notices = List.copyOf(notices);
    }

    /** {@return whether the merge changed anything} */
    public boolean changed() {
        return !edits.isEmpty();
    }
}
