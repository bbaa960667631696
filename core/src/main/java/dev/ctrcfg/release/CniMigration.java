// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

/**
 * What the step from version 2 to 3 makes of {@code cni.bin_dir}.
 *
 * <p>Source: containerd's plugins/cri/runtime/plugin.go; changed in 2.1.0.
 */
public enum CniMigration {
    /** It keeps its name; containerd 2.0. */
    BIN_DIR,
    /** It becomes the only element of {@code cni.bin_dirs}; since containerd 2.1. */
    BIN_DIRS
}
