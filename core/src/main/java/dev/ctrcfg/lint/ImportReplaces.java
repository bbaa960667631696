// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.Remark;
import java.util.List;
import java.util.Optional;

/** A table that an import replaces as a whole. */
final class ImportReplaces extends RemarkRule {

    ImportReplaces() {
        super("import-replaces", Severity.ERROR, List.of("replaced-by-import"));
    }

    @Override
    Optional<String> message(Subject subject, Remark remark) {
        return Optional.of("an import has a table for the same plugin, which replaces this one as a whole before"
                + " containerd 2.0; move what is here to the import, or the other way round");
    }
}
