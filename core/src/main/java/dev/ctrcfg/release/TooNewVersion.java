// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

/**
 * What happens to a file whose version is above the highest one the release knows.
 *
 * <p>Source: {@code ValidateV2} and {@code ValidateVersion} in containerd's config.go; first refused in 1.6.32 and
 * 1.7.17.
 */
public enum TooNewVersion {
    /** It is read as if it were of the highest known version; tables that are unknown there have no effect. */
    ACCEPTED,
    /** The daemon ends with {@code unsupported config version}. */
    UNSUPPORTED,
    /** The daemon ends with {@code expected containerd config version equal to or less than}. */
    ABOVE_MAXIMUM
}
