// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

/**
 * How an entry of {@code imports} becomes names of files.
 *
 * <p>Source: {@code resolveImports} in containerd's config.go; changed in 1.6.29, 1.7.16 and 2.0.0.
 */
public enum ImportResolution {
    /** There are no imports; containerd 1.2. */
    NONE,
    /** A glob is taken from the daemon's working directory, a plain name from the importing file's directory. */
    GLOB_FROM_WORKING_DIRECTORY,
    /** Everything is taken from the importing file's directory. */
    FROM_PARENT
}
