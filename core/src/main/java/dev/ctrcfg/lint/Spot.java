// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.Span;
import java.util.Optional;

/** A place in a file and the key that stands there. */
record Spot(FileText file, Span span, Optional<Key> key) {

    Problem problem(String message) {
        return new Problem(this, message, Optional.empty(), Optional.empty());
    }
}
