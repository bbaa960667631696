// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.KeyMoves;
import dev.ctrcfg.release.KeySchema;
import dev.ctrcfg.release.Landing;
import dev.ctrcfg.toml.Key;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** A release with its schema, which is read once and shared by all files. */
record Target(
        ContainerdRelease release, KeySchema schema, KeyMoves moves, ConcurrentMap<VersionedKey, Landing> landings) {

    private static final int MOST_LANDINGS = 5000;

    static Target of(ContainerdRelease release) {
        return new Target(release, KeySchema.of(release), KeyMoves.of(release), new ConcurrentHashMap<>());
    }

    /** Where the release's migration takes a key; the same few come again and again when many files are looked at. */
    Landing landing(ConfigVersion version, Key key) {
        VersionedKey asked = new VersionedKey(version, key);
        Landing known = landings.get(asked);
        if (known == null) {
            known = moves.landing(version, key);
            if (landings.size() < MOST_LANDINGS) {
                landings.put(asked, known);
            }
        }
        return known;
    }

    // Written out: what the compiler makes for records links itself at the first call, which costs milliseconds.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Target target && release.equals(target.release);
    }

    @Override
    public int hashCode() {
        return release.hashCode();
    }
}
