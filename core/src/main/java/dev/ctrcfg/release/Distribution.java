// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

/** Who built a containerd, where that changes how it reads its configuration. */
public enum Distribution {
    /** The containerd project, or a distributor that builds with the libraries the project pins. */
    UPSTREAM,
    /** Debian, which builds with the libraries of the distribution and other default directories. */
    DEBIAN
}
