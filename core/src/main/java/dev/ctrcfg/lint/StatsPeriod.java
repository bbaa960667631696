// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.Remark;
import java.util.List;
import java.util.Optional;

/** A period for statistics that lets containerd crash. */
final class StatsPeriod extends RemarkRule {

    StatsPeriod() {
        super("stats-period", Severity.ERROR, List.of("stats-collect-period"));
    }

    @Override
    Optional<String> message(Subject subject, Remark remark) {
        return Optional.of("a period that is not positive, and " + effect(remark) + "; write 10, or take it out");
    }
}
