// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

/**
 * What becomes of the built-in {@code runtimes.runc} when a file has a {@code runtimes} table.
 *
 * <p>The outcome of decoding onto the default configuration with the TOML library of each release.
 */
public enum RuntimesDefault {
    /** It stays, unless the file names a runtime {@code runc}, which then starts empty; until containerd 1.4. */
    KEPT_BY_NAME,
    /** It is gone, and every runtime in the file starts empty; containerd 1.5 to 1.7. */
    LOST,
    /** It stays, and a {@code runc} in the file changes only the keys it gives; since containerd 2.0. */
    MERGED
}
