// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

/** What containerd 1.x logs for a file of version 1, word for word. */
final class VersionOneWarning {

    static final String REMOVED = "containerd config version `1` has been deprecated and will be removed in containerd"
            + " v2.0, please switch to version `2`, see"
            + " https://github.com/containerd/containerd/blob/main/docs/PLUGINS.md#version-header";

    static final String CONVERTED = "containerd config version `1` has been deprecated and will be converted on each"
            + " startup in containerd v2.0, use `containerd config migrate` after upgrading to containerd 2.0 to avoid"
            + " conversion on startup";

    private VersionOneWarning() {}
}
