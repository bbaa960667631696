// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.toml.Key;
import org.jspecify.annotations.Nullable;

/** A key of a file of some version. */
record VersionedKey(ConfigVersion version, Key key) {

    // Written out: what the compiler makes for records links itself at the first call, which costs milliseconds.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VersionedKey asked && version == asked.version && key.equals(asked.key);
    }

    @Override
    public int hashCode() {
        return 31 * key.hashCode() + version.number();
    }
}
