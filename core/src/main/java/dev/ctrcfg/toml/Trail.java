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

    /** Whether this is known to be the trail of a key; not being sure is no harm. */
    @SuppressWarnings("ReferenceEquality") // a change asks several times with one key, and that is what is to be quick
    boolean leadsTo(Key other) {
        return key == other;
    }

    Key key() {
        return key;
    }

    /** The place that the parts up to one lead to; the root for -1. */
    Place place(int part) {
        return part < 0 ? START : places[part];
    }

    /** The first part that leads nowhere. */
    Key.Part firstMissing() {
        return key.part(places.length);
    }

    /** How many parts lead somewhere. */
    int found() {
        return places.length;
    }

    /** The place that the last of these parts leads to, or the root. */
    Place last() {
        return place(places.length - 1);
    }

    boolean isComplete() {
        return places.length == key.size();
    }
}
