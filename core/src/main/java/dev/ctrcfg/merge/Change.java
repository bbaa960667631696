// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlValue;

/** One difference in meaning between a document before a merge and after it. */
public sealed interface Change permits Change.Added, Change.Replaced {

    /** {@return the key whose value differs} */
    Key key();

    /**
     * A key that was not there before.
     *
     * @param key the key
     * @param value its value; a table only where the patch has an empty one, since the keys of others are added one
     *     by one
     */
    record Added(Key key, TomlValue value) implements Change {}

    /**
     * A key that has another value than before.
     *
     * @param key the key
     * @param before the value that it had
     * @param after the value that it has
     */
    record Replaced(Key key, TomlValue before, TomlValue after) implements Change {}
}
