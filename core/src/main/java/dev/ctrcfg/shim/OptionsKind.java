// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.shim;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.ReleaseLine;

/**
 * The message that a runtime's {@code options} become on their way to the shim.
 *
 * <p>Source: {@code getRuntimeOptionsType} in containerd's pkg/cri/server/helpers.go (1.x) and
 * internal/cri/config/config.go (2.x).
 */
public enum OptionsKind {
    /** The options of runc, which other OCI runtimes share by means of {@code BinaryName}. */
    RUNC("runc"),
    /** The options of the runtime built into containerd until 1.7. */
    LINUX("linux-v1"),
    /** The options of Windows containers. */
    RUNHCS("runhcs"),
    /** A path or a text that only the shim understands. */
    GENERIC("generic");

    private final String struct;

    OptionsKind(String struct) {
        this.struct = struct;
    }

    /**
     * {@return the kind that a release takes for a runtime}
     *
     * @param type the runtime's {@code runtime_type}, which has to agree to the letter; a {@code runtime_path} does not
     *     count
     * @param release the release
     */
    public static OptionsKind of(RuntimeType type, ContainerdRelease release) {
        if (isRunc(type, release)) {
            return RUNC;
        }
        if (release.line() == ReleaseLine.V1_2 || type.isBuiltInto(release)) {
            return LINUX;
        }
        boolean windows = type.equals(RuntimeType.RUNHCS_V1) && release.since(ReleaseLine.V1_4);
        return windows ? RUNHCS : GENERIC;
    }

    private static boolean isRunc(RuntimeType type, ContainerdRelease release) {
        if (type.equals(RuntimeType.RUNC_V1)) {
            return !release.since(ReleaseLine.V2_0);
        }
        return type.equals(RuntimeType.RUNC_V2) && release.since(ReleaseLine.V1_3);
    }

    /** {@return the id of the section that has the settings in {@link dev.ctrcfg.release.KeySchema}} */
    public String sectionId() {
        return "options:" + struct;
    }

    /**
     * {@return the full name of the protocol buffer message}
     *
     * @param release the release, as the generic message was renamed in 1.5
     */
    public String messageName(ContainerdRelease release) {
        return switch (this) {
            case RUNC -> "containerd.runc.v1.Options";
            case LINUX -> "containerd.linux.runc.RuncOptions";
            case RUNHCS -> "containerd.runhcs.v1.Options";
            case GENERIC ->
                release.since(ReleaseLine.V1_5) ? "runtimeoptions.v1.Options" : "cri.runtimeoptions.v1.Options";
        };
    }
}
