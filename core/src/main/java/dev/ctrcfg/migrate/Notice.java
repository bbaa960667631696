// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.migrate;

import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.Position;
import java.util.List;
import java.util.Optional;

/**
 * A remark on a migration: something that could not be taken over as it was.
 *
 * @param kind how much it matters
 * @param file the name of the file
 * @param position where it stands in the file before the migration; empty if it is about the file as a whole
 * @param key the key as it is written there
 * @param message what became of it
 * @param comments the comments that went with it, each with its {@code #}
 */
public record Notice(
        Kind kind, String file, Optional<Position> position, Key key, String message, List<String> comments) {

    /** How much a notice matters. */
    public enum Kind {
        /** The setting has no home in the new version. */
        LOST("lost"),
        /** The setting has another effect than before, or one that it did not have before. */
        CHANGED("changed"),
        /** The setting is gone, and nothing with it: it said what holds without it. */
        NO_EFFECT("no-effect");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** {@return the kind as it is printed} */
        @Override
        public String toString() {
            return title;
        }
    }

    /** Copies the list. */
    public Notice {
        comments = List.copyOf(comments);
    }

    /** {@return whether the configuration means something else for it} */
    public boolean matters() {
        return kind != Kind.NO_EFFECT;
    }

    /** {@return {@code file:line:column: kind: key: message}} */
    @Override
    public String toString() {
        String place = position.map(at -> file + ":" + at).orElse(file);
        return place + ": " + kind + ": " + (key.isRoot() ? "" : key + ": ") + message;
    }
}
