// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.Remark;
import java.util.List;
import java.util.Optional;

/** Two definitions of the runtime for untrusted workloads. */
final class UntrustedConflict extends RemarkRule {

    UntrustedConflict() {
        super("untrusted-conflict", Severity.ERROR, List.of("untrusted-conflict"));
    }

    @Override
    Optional<String> message(Subject subject, Remark remark) {
        return Optional.of("untrusted_workload_runtime and runtimes.untrusted are both there, and " + effect(remark)
                + "; keep runtimes.untrusted");
    }
}
