// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

/**
 * What an import's table of a plugin does to the table that is already there.
 *
 * <p>Source: {@code mergeConfig} in containerd's services/server/config/config.go (1.x) and
 * cmd/containerd/server/config/config.go (2.x).
 */
public enum PluginTableMerge {
    /** The import's table takes the place of the whole table; containerd 1.x. */
    REPLACED,
    /** Tables are merged key by key, scalars and arrays replaced; containerd 2.0 to 2.2. */
    DEEP,
    /** As {@link #DEEP}, but each file is first migrated to the newest version on its own; since containerd 2.3. */
    DEEP_AFTER_MIGRATION
}
