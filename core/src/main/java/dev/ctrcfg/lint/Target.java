// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.KeyMoves;
import dev.ctrcfg.release.KeySchema;
import org.jspecify.annotations.Nullable;

/** A release with its schema, which is read once and shared by all files. */
record Target(ContainerdRelease release, KeySchema schema, KeyMoves moves) {

    static Target of(ContainerdRelease release) {
        return new Target(release, KeySchema.of(release), KeyMoves.of(release));
    }

    // Written out: what the compiler makes for records links itself at the first call, which costs milliseconds.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Target target && release.equals(target.release);
    }

    @Override
    public int hashCode() {
        return release.hashCode();
    }
}
