// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.Span;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A place in a file and the key that stands there. */
record Spot(FileText file, Span span, Optional<Key> key) {

    Problem problem(String message) {
        return new Problem(this, message, Optional.empty(), Optional.empty());
    }

    // Written out: what the compiler makes for records links itself at the first call, which costs milliseconds.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Spot spot && file.equals(spot.file) && span.equals(spot.span) && key.equals(spot.key);
    }

    @Override
    public int hashCode() {
        return 31 * span.hashCode() + key.hashCode();
    }
}
