// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlValue;
import java.util.List;
import java.util.Optional;

/** Where what a patch speaks of is in the document. */
interface Spelling {

    /**
     * What the document shall have for a patch to have its way; empty if the document has no place for it.
     *
     * @param key a key in the words of the patch
     * @param value its value: an empty table, or none
     */
    List<Setting> settings(Key key, TomlValue value);

    /** The arrays that an element belongs in, with the element as it is there. */
    List<Setting> items(Key key, TomlValue item);

    /** The key of the document for one of the patch. */
    Optional<Key> key(Key key);

    /** The keys of the document to remove for one of the patch. */
    List<Key> keys(Key key);

    /** The key of the document for a setting of the CRI plugin. */
    Optional<Key> cri(Key name);

    /** Makes what could not be decided before the whole of a patch was seen. */
    void finish();
}
