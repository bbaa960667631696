// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.migrate;

import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.Position;
import dev.ctrcfg.toml.Span;
import java.util.List;
import java.util.Optional;

/** Notices about places in a file. */
final class Places {

    private Places() {}

    static Notice notice(ConfigText text, Key key, Notice.Kind kind, String message) {
        return new Notice(kind, text.name(), position(text, key), key, message, List.of());
    }

    static Optional<Position> position(ConfigText text, Key key) {
        for (Key at = key; !at.isRoot(); at = at.parent()) {
            Optional<Span> span = text.document().keySpanOf(at);
            if (span.isPresent()) {
                return Optional.of(text.document().position(span.get().start()));
            }
        }
        return Optional.empty();
    }
}
