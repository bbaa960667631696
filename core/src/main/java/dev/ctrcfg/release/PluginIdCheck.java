// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

/**
 * Which plugin ids a file of version 2 or later may hold; another one ends the daemon.
 *
 * <p>Source: {@code ValidateV2} in containerd's services/server/config/config.go (1.3 to 1.7) and
 * {@code ValidateVersion} in cmd/containerd/server/config/config.go (2.x).
 */
public enum PluginIdCheck {
    /** Any; containerd 1.2. */
    NONE,
    /** Ids of at least four parts between dots, in the lists and as names of tables; containerd 1.3 to 1.6. */
    FOUR_PARTS,
    /** As {@link #FOUR_PARTS}, and beginning with {@code io.containerd.}; containerd 1.7. */
    CONTAINERD_FOUR_PARTS,
    /** In the lists ids with a dot; names of tables are not looked at; since containerd 2.0. */
    LISTS_WITH_DOT;

    private static final String PREFIX = "io.containerd.";

    /** {@return whether the names of the tables below {@code [plugins]} are checked, not only the two lists} */
    public boolean coversTables() {
        return this == FOUR_PARTS || this == CONTAINERD_FOUR_PARTS;
    }

    /**
     * {@return whether an id passes}
     *
     * @param id an element of {@code disabled_plugins} or {@code required_plugins}, or the name of a table where
     *     {@link #coversTables()}
     */
    public boolean accepts(String id) {
        return switch (this) {
            case NONE -> true;
            case FOUR_PARTS -> hasFourParts(id);
            case CONTAINERD_FOUR_PARTS -> id.startsWith(PREFIX) && hasFourParts(id);
            case LISTS_WITH_DOT -> id.indexOf('.') >= 0;
        };
    }

    private static boolean hasFourParts(String id) {
        int dots = 0;
        for (int at = id.indexOf('.'); at >= 0; at = id.indexOf('.', at + 1)) {
            dots++;
        }
        return dots >= 3;
    }
}
