// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.KeyMoves;
import dev.ctrcfg.release.KeySchema;

/** A release with its schema, which is read once and shared by all files. */
record Target(ContainerdRelease release, KeySchema schema, KeyMoves moves) {

    static Target of(ContainerdRelease release) {
        return new Target(release, KeySchema.of(release), KeyMoves.of(release));
    }
}
