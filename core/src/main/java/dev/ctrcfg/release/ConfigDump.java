// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

/**
 * What {@code containerd config dump} shows.
 *
 * <p>Source: containerd's cmd/containerd/command/config.go.
 */
public enum ConfigDump {
    /** The command does not exist; containerd 1.2. */
    ABSENT,
    /** The configuration as it was read; an older file is not migrated; until containerd 2.0.5. */
    AS_READ,
    /** The configuration as the daemon uses it; since containerd 2.0.6. */
    MIGRATED
}
