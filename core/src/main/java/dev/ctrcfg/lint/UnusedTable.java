// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.Remark;
import java.util.List;
import java.util.Optional;

/** A table of a plugin that is disabled or has no settings. */
final class UnusedTable extends RemarkRule {

    UnusedTable() {
        super("unused-table", Severity.INFO, List.of("disabled-plugin", "plugin-without-settings"));
    }

    @Override
    Optional<String> message(Subject subject, Remark remark) {
        boolean disabled = remark.id().filter("disabled-plugin"::equals).isPresent();
        return Optional.of(
                disabled
                        ? "the plugin is disabled, so that nobody reads its table"
                        : "the plugin has no settings, so that nobody reads its table");
    }
}
