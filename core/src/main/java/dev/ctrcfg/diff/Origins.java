// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.diff;

import dev.ctrcfg.effective.Origin;
import java.util.Optional;

/** Places of values that files give to an effective configuration. */
final class Origins {

    private Origins() {}

    static Optional<Change.Place> place(Origin origin) {
        if (origin instanceof Origin.InFile file) {
            return Optional.of(place(file));
        }
        return origin instanceof Origin.Migrated moved ? Optional.of(place(moved.from())) : Optional.empty();
    }

    private static Change.Place place(Origin.InFile file) {
        return new Change.Place(file.place().file().path(), file.place().position(), file.written());
    }
}
