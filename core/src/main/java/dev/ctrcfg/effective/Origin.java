// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.toml.Key;

/** Where a value of an effective configuration comes from. */
public sealed interface Origin {

    /**
     * A file has it, under the key that it has in the effective configuration.
     *
     * @param place where it is written; of an empty table that no file writes down, the first thing that implies it
     * @param written its key in that file
     */
    record InFile(SourcePlace place, Key written) implements Origin {}

    /**
     * A file has it under another key, and containerd's migration brought it here.
     *
     * @param from where it is written, and the key it has there
     */
    record Migrated(InFile from) implements Origin {}

    /**
     * No file has it.
     *
     * @param release the release whose default it is
     */
    record Default(ContainerdRelease release) implements Origin {}
}
