// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The places that a key leads through, part by part, as far as they exist; keys come in runs that begin alike. */
final class Trail {

    private static final Place START = new Place(Symbols.ROOT, -1);

    private final Key key;
    private final Place[] places;

    private Trail(Key key, Place[] places) {
        this.key = key;
        this.places = places;
    }

    /** The trail of a key, which begins like another one for as long as both keys do. */
    static Trail of(Syntax syntax, Key key, @Nullable Trail last) {
        Place[] places = new Place[key.size()];
        int found = last == null ? 0 : last.shared(key, places);
        Place at = found == 0 ? START : places[found - 1];
        while (found < places.length) {
            at = at.step(syntax, key.part(found));
            if (at == null) {
                return new Trail(key, Arrays.copyOf(places, found));
            }
            places[found++] = at;
        }
        return new Trail(key, places);
    }

    private int shared(Key other, Place[] into) {
        int most = Math.min(places.length, other.size());
        int i = 0;
        while (i < most && key.part(i).equals(other.part(i))) {
            into[i] = places[i];
            i++;
        }
        return i;
    }

    /** How many parts lead somewhere. */
    int found() {
        return places.length;
    }

    /** The place that the last of these parts leads to, or the root. */
    Place last() {
        return places.length == 0 ? START : places[places.length - 1];
    }

    boolean isComplete() {
        return places.length == key.size();
    }
}
