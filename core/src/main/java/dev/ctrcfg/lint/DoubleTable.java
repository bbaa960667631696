// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.Effect;
import dev.ctrcfg.effective.Remark;
import java.util.List;
import java.util.Optional;

/** Two tables for one plugin, by its short name and by its full id, of which containerd 2 takes either. */
final class DoubleTable extends RemarkRule {

    DoubleTable() {
        super("double-table", Severity.ERROR, List.of("double-plugin"));
    }

    @Override
    Optional<String> message(Subject subject, Remark remark) {
        return remark.effect() == Effect.IGNORED
                ? Optional.of("a table by another name is for the same plugin, and containerd takes one of the two by"
                        + " chance; put all settings into one table")
                : Optional.empty();
    }
}
