// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

import dev.ctrcfg.toml.Key;

/** Where a key of an older file ends up when a release has read and migrated the file. */
public sealed interface Landing {

    /**
     * The key is at a place, which may be the one it had. Whether the release has a setting there is another question:
     * tables of plugins that it does not have stay, without effect.
     *
     * @param key the place, from the root of the file on
     * @param condition what has to hold for it
     */
    record At(Key key, Condition condition) implements Landing {}

    /**
     * The value has no effect any more.
     *
     * @param reason why
     */
    record Lost(Reason reason) implements Landing {}

    /** What else has to be in the file for a key to land. */
    enum Condition {
        /** Nothing. */
        NONE,
        /** A {@code containerd.runtimes} table in the CRI plugin's table; without it the key is lost. */
        RUNTIMES_TABLE,
        /** The address that the setting belongs to; without it the key stays where it is, without effect. */
        ADDRESS
    }

    /** Why a value has no effect any more. */
    enum Reason {
        /** No setting has taken its place; containerd warns of an unknown key. */
        NO_SUCCESSOR,
        /** The release does not take the CRI settings of a file of version 1 over; see {@link MigrationTiming}. */
        VERSION_ONE_SKIPPED,
        /** The migration takes it over and, as it runs once for each version, empties the table the next time. */
        UNDONE
    }
}
