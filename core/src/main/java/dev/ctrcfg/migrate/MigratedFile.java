// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.migrate;

import dev.ctrcfg.toml.TextEdit;
import dev.ctrcfg.toml.TomlDocument;
import java.util.List;

/**
 * What became of one file.
 *
 * @param before the file as it was
 * @param document what it holds now
 * @param edits the differences in text, against the file as it was; empty if it was of the right version
 */
public record MigratedFile(ConfigText before, TomlDocument document, List<TextEdit> edits) {

    /** Copies the list. */
    public MigratedFile {
        edits = List.copyOf(edits);
    }

    /** {@return whether anything changed} */
    public boolean changed() {
        return !edits.isEmpty();
    }
}
