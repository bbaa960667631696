// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

/**
 * What containerd does with a key that no setting has.
 *
 * <p>Source: the strict decoding that containerd 2.0 brought to cmd/containerd/server/config/config.go.
 */
public enum UnknownKeys {
    /** Reads over it without a word; containerd 1.x. */
    IGNORED,
    /** Reads over it with a warning in the log; since containerd 2.0. */
    WARNED
}
