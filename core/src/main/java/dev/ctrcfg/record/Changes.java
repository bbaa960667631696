// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.record;

import dev.ctrcfg.diff.Change;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlValue;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes changes, and looks at their values alone. */
final class Changes {

    private Changes() {}

    static Change of(Key key, @Nullable TomlValue before, @Nullable TomlValue after) {
        if (before == null) {
            return new Change.Added(key, Objects.requireNonNull(after));
        }
        return after == null ? new Change.Removed(key, before) : new Change.Replaced(key, before, after);
    }

    static Optional<TomlValue> before(Change change) {
        return value(change.before());
    }

    static Optional<TomlValue> after(Change change) {
        return value(change.after());
    }

    private static Optional<TomlValue> value(Optional<Change.Side> side) {
        return side.isPresent() ? Optional.of(side.get().value()) : Optional.empty();
    }
}
