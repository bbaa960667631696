// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.record;

import dev.ctrcfg.diff.Change;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlValue;
import java.util.Optional;

/**
 * A change that is not taken back.
 *
 * @param change the change
 * @param present the value that the key has now; empty if it is absent
 * @param reason why the change stays
 */
public record KeptChange(Change change, Optional<TomlValue> present, Reason reason) {

    /** Why a change stays. */
    public enum Reason {
        /** Somebody else has given the key another value since. */
        NOT_OURS,
        /** It is the file's {@code version}, and other settings in the file are written for it. */
        NEEDED,
        /** What somebody else has written around the key leaves no way to edit it. */
        IN_THE_WAY
    }

    /** {@return the key that stays as it is} */
    public Key key() {
        return change.key();
    }
}
