// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.Remark;
import java.util.List;
import java.util.Optional;

/** A setting that only the runtime of the first protocol takes. */
final class RuntimeV1Only extends RemarkRule {

    RuntimeV1Only() {
        super("runtime-v1-only", Severity.ERROR, List.of("only-for-runtime-v1"));
    }

    @Override
    Optional<String> message(Subject subject, Remark remark) {
        String instead = switch (name(remark)) {
            case "systemd_cgroup" -> "set SystemdCgroup in the options of the runtime";
            case "no_pivot" -> "set NoPivotRoot in the options of the runtime";
            case "runtime_engine" -> "set BinaryName in the options of the runtime";
            default -> "set Root in the options of the runtime";
        };
        return Optional.of(name(remark) + " works with runtimes of the type io.containerd.runtime.v1.linux only, and "
                + effect(remark) + "; take it out, and " + instead);
    }
}
