// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.shim.OptionsKind;
import java.util.Map;
import java.util.Optional;

/** What the options of runc and those of {@code io.containerd.runtime.v1.linux} call the same thing. */
final class Counterparts {

    private static final Map<String, String> OF_RUNC = Map.of("Runtime", "BinaryName", "RuntimeRoot", "Root");
    private static final Map<String, String> OF_LINUX = Map.of("BinaryName", "Runtime", "Root", "RuntimeRoot");

    private Counterparts() {}

    /** What runc's options call an option that only the old runtime has. */
    static Optional<String> inRunc(String option) {
        return Optional.ofNullable(OF_RUNC.get(option));
    }

    /** What the options of a kind call an option of another kind. */
    static Optional<String> in(OptionsKind kind, String option) {
        return switch (kind) {
            case RUNC -> inRunc(option);
            case LINUX -> Optional.ofNullable(OF_LINUX.get(option));
            case RUNHCS, GENERIC -> Optional.empty();
        };
    }
}
