// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.Remark;
import java.util.List;
import java.util.Optional;

/** An import that cannot be read. */
final class ImportUnreadable extends RemarkRule {

    ImportUnreadable() {
        super("import-unreadable", Severity.ERROR, List.of("bad-import", "unreadable-file", "missing-file"));
    }

    @Override
    Optional<String> message(Subject subject, Remark remark) {
        return Optional.of("an import cannot be read, and " + effect(remark) + ": " + remark.text());
    }
}
