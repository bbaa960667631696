// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.List;

/** Decides which stretches of a document are not to be shown; {@value #MASK} stands for each. */
public interface Redaction {

    /** What is shown instead. */
    String MASK = "***";

    /** Everything may be shown. */
    Redaction NONE = new Redaction() {
        @Override
        public List<Span> hidden(TomlDocument document) {
            return List.of();
        }
    };

    /**
     * {@return the stretches that are not to be shown, sorted and without overlaps}
     *
     * @param document the document
     */
    List<Span> hidden(TomlDocument document);
}
