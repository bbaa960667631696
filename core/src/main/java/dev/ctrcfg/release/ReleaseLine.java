// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The minor releases of containerd that ctrcfg knows. */
public enum ReleaseLine {
    /** containerd 1.2, the last with files of version 1 only. */
    V1_2(1, 2, 14, null),
    /** containerd 1.3. */
    V1_3(1, 3, 10, null),
    /** containerd 1.4. */
    V1_4(1, 4, 13, null),
    /** containerd 1.5. */
    V1_5(1, 5, 18, null),
    /** containerd 1.6. */
    V1_6(1, 6, 39, null),
    /** containerd 1.7. */
    V1_7(1, 7, 34, null),
    /** containerd 2.0, the first with files of version 3. */
    V2_0(2, 0, 11, null),
    /** containerd 2.1. */
    V2_1(2, 1, 9, null),
    /** containerd 2.2. */
    V2_2(2, 2, 7, null),
    /** containerd 2.3, the first with files of version 4. */
    V2_3(2, 3, 4, null),
    /** containerd 2.4, known up to its first beta. */
    V2_4(2, 4, 0, "beta.0");

    private final int major;
    private final int minor;
    private final int newestPatch;
    private final @Nullable String newestPreRelease;

    ReleaseLine(int major, int minor, int newestPatch, @Nullable String newestPreRelease) {
        this.major = major;
        this.minor = minor;
        this.newestPatch = newestPatch;
        this.newestPreRelease = newestPreRelease;
    }

    /** {@return the first number, 1 or 2} */
    public int major() {
        return major;
    }

    /** {@return the second number} */
    public int minor() {
        return minor;
    }

    /** The place among the lines, from 0: they are declared in order, and the schema has a column for each. */
    @SuppressWarnings("EnumOrdinal")
    int index() {
        return ordinal();
    }

    /** {@return the line after this one, if there is one yet} */
    public Optional<ReleaseLine> next() {
        ReleaseLine[] lines = values();
        return index() + 1 < lines.length ? Optional.of(lines[index() + 1]) : Optional.empty();
    }

    /** {@return the first release of this line; its pre-release if there is no other yet} */
    public ContainerdRelease first() {
        String preRelease = newestPreRelease == null || newestPatch > 0 ? "" : newestPreRelease;
        return new ContainerdRelease(this, 0, preRelease, Distribution.UPSTREAM);
    }

    /** {@return the newest release of this line that the facts were taken from} */
    public ContainerdRelease newest() {
        String preRelease = newestPreRelease == null ? "" : newestPreRelease;
        return new ContainerdRelease(this, newestPatch, preRelease, Distribution.UPSTREAM);
    }

    /**
     * {@return whether this line is the other one or a later one}
     *
     * @param other the line to compare with
     */
    public boolean isAtLeast(ReleaseLine other) {
        return compareTo(other) >= 0;
    }

    /**
     * {@return the line of these numbers}
     *
     * @param major the first number
     * @param minor the second number
     */
    public static Optional<ReleaseLine> of(int major, int minor) {
        for (ReleaseLine line : values()) {
            if (line.major == major && line.minor == minor) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    /** {@return the two numbers, such as {@code 1.7}} */
    @Override
    public String toString() {
        return major + "." + minor;
    }
}
