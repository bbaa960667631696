// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

/**
 * What happens when the file named by {@code --config} does not exist.
 *
 * <p>Measured with the daemon and with {@code config dump} of each release.
 */
public enum MissingFile {
    /** The defaults are used; until containerd 1.4. */
    DEFAULTS,
    /** Daemon and {@code config dump} end; containerd 1.5 to 1.7. */
    FATAL,
    /** The daemon ends, {@code config dump} shows the defaults; since containerd 2.0. */
    FATAL_FOR_DAEMON
}
