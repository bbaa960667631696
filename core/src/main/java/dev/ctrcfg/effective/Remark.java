// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.toml.Key;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that a release says about its configuration, or does without a word.
 *
 * @param effect what kind of thing it is
 * @param text what containerd logs, word for word; for what it does silently, our words
 * @param key the key as it is written in the file, if the remark is about one
 * @param place where that stands
 * @param id the id of a deprecation without {@link dev.ctrcfg.release.Deprecation#PREFIX}, or a short name of the kind
 *     of remark, which stays the same from version to version
 */
public record Remark(Effect effect, String text, Optional<Key> key, Optional<SourcePlace> place, Optional<String> id) {

    /** This remark at a place, if it has none so far. */
    Remark at(@Nullable SourcePlace other) {
        return place.isPresent() || other == null ? this : new Remark(effect, text, key, Optional.of(other), id);
    }

    /** Written out, because a record's own is made at run time, on the way of every patch. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Remark remark
                && effect == remark.effect
                && text.equals(remark.text)
                && key.equals(remark.key)
                && place.equals(remark.place)
                && id.equals(remark.id);
    }

    @Override
    public int hashCode() {
        return 31 * text.hashCode() + key.hashCode();
    }

    /** {@return {@code path:line:column: text}, as far as there is a place} */
    @Override
    public String toString() {
        return place.isEmpty() ? text : place.get() + ": " + text;
    }
}
