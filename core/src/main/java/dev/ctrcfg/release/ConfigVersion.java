// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

import java.util.Optional;

/** The versions of the configuration file's layout, as its {@code version} key gives them. */
public enum ConfigVersion {
    /** Plugins are named by their short id ({@code [plugins.cri]}); the version key is absent, 0 or 1. */
    V1(1),
    /** Plugins are named by their full id ({@code [plugins."io.containerd.grpc.v1.cri"]}); since containerd 1.3. */
    V2(2),
    /** The CRI plugin is split into one for images, one for runtimes and one for the server; since containerd 2.0. */
    V3(3),
    /** The sockets of the daemon are plugins too; since containerd 2.3. */
    V4(4);

    private final int number;

    ConfigVersion(int number) {
        this.number = number;
    }

    /** {@return the number that stands behind {@code version =}} */
    public int number() {
        return number;
    }

    /**
     * {@return the version of a number; 0 counts as 1, as it does for containerd}
     *
     * @param number the value of the version key
     */
    public static Optional<ConfigVersion> of(long number) {
        for (ConfigVersion version : values()) {
            if (version.number == number || version == V1 && number == 0) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }

    /**
     * {@return whether a file of this version can hold what the other one holds}
     *
     * @param other the version to compare with
     */
    public boolean isAtLeast(ConfigVersion other) {
        return compareTo(other) >= 0;
    }
}
