// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.migrate;

import dev.ctrcfg.model.SettingNames;
import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.ContainerdRelease;

/**
 * What files are migrated for.
 *
 * @param version the config version that they get
 * @param release the release that is to read them
 */
public record MigrationTarget(ConfigVersion version, ContainerdRelease release) {

    /** Refuses a release that does not read the version with {@link IllegalArgumentException}. */
    public MigrationTarget {
        if (!release.maxConfigVersion().isAtLeast(version)) {
            throw new IllegalArgumentException("containerd " + release + " does not read config version "
                    + version.number() + ", the newest it reads is "
                    + release.maxConfigVersion().number());
        }
    }

    /**
     * {@return the release whose settings files of the version have: the one that reads them, or, if that brings them to
     * its own version first, the newest one that writes the version}
     */
    ContainerdRelease writer() {
        return release.maxConfigVersion() == version ? release : SettingNames.release(version);
    }

    /**
     * {@return a config version, for the newest release that writes it}
     *
     * @param version the version
     */
    public static MigrationTarget of(ConfigVersion version) {
        return new MigrationTarget(version, SettingNames.release(version));
    }

    /**
     * {@return the newest config version that a release reads, for that release}
     *
     * @param release the release
     */
    public static MigrationTarget of(ContainerdRelease release) {
        return new MigrationTarget(release.maxConfigVersion(), release);
    }
}
