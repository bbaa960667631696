// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

/**
 * When a release brings older files to its own version.
 *
 * <p>Source: {@code LoadConfig} and {@code MigrateConfig} in containerd's cmd/containerd/server/config/config.go (2.0),
 * {@code LoadConfigWithPlugins} there (2.3).
 */
public enum MigrationTiming {
    /** Never; containerd 1.x reads version 1 and 2 as they are. */
    NEVER,
    /**
     * Once, after the imports are merged, if the merged version is below 3. A file of version 1 only has its plugins
     * renamed and counts as version 3, so its CRI settings stay behind. containerd 2.0 to 2.2.
     */
    AFTER_MERGE,
    /** For every file on its own, before the imports are merged; since containerd 2.3. */
    PER_FILE
}
