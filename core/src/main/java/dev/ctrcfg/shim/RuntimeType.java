// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.shim;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.ReleaseLine;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code runtime_type}, such as {@code io.containerd.kata.v2}. Upper and lower case count, and blanks too.
 *
 * @param value the text as the file has it
 */
public record RuntimeType(String value) {

    /** runc by its second shim. */
    public static final RuntimeType RUNC_V2 = new RuntimeType("io.containerd.runc.v2");
    /** runc by its first shim; shipped until containerd 1.7. */
    public static final RuntimeType RUNC_V1 = new RuntimeType("io.containerd.runc.v1");
    /** The runtime built into containerd until 1.7. */
    public static final RuntimeType LINUX_V1 = new RuntimeType("io.containerd.runtime.v1.linux");
    /** Windows containers. */
    public static final RuntimeType RUNHCS_V1 = new RuntimeType("io.containerd.runhcs.v1");

    /**
     * {@return the binary that a release looks for}
     *
     * <p>The last two parts between dots name it; there have to be two, and since containerd 1.7 the first part of all
     * must not be empty. Source: {@code BinaryName} in containerd's runtime/v2/shim/util.go (1.x) and
     * pkg/shim/util.go (2.x).
     *
     * @param release the release
     */
    public Optional<ShimBinary> binary(ContainerdRelease release) {
        int last = value.lastIndexOf('.');
        if (last < 0 || (value.startsWith(".") && release.since(ReleaseLine.V1_7))) {
            return Optional.empty();
        }
        String name = value.substring(value.lastIndexOf('.', last - 1) + 1, last);
        return Optional.of(new ShimBinary(name, value.substring(last + 1)));
    }

    /**
     * {@return whether a release runs containers of this type itself, without looking for a binary by its name}
     *
     * @param release the release
     */
    public boolean isBuiltInto(ContainerdRelease release) {
        return value.equals(LINUX_V1.value) && !release.since(ReleaseLine.V2_0);
    }

    // Written out: what the compiler makes for records links itself at the first call, which costs milliseconds.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RuntimeType type && value.equals(type.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** {@return the text as the file has it} */
    @Override
    public String toString() {
        return value;
    }
}
