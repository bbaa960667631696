// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import dev.ctrcfg.toml.Key;
import java.util.Optional;

/**
 * Something that whoever applies a patch should know.
 *
 * @param kind what it is about
 * @param key the key as the patch or the file has it
 * @param place where in the patch the key stands, {@code name:line:column}, or what the patch is called; empty if the
 *     patch does not speak of the key
 * @param text the message: lower case, without a period
 */
public record Notice(Kind kind, Key key, Optional<String> place, String text) {

    /** What a notice is about. */
    public enum Kind {
        /** The file's version has no place for a setting, which was therefore left out. */
        NO_PLACE("no-place"),
        /** Something that the patch does not say was written, since containerd would otherwise lose it. */
        WRITTEN_OUT("written-out"),
        /** A part of a kind cluster file was left out, as it is for another version of the file. */
        SKIPPED("skipped"),
        /** A setting has no effect in some releases. */
        IGNORED("ignored"),
        /** The CRI plugin does not load, the daemon does not start, or every pod of a runtime fails. */
        BROKEN("broken"),
        /** The file has what the patch would otherwise be refused for already without the patch. */
        ALREADY("already");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** {@return the name that outputs use} */
        @Override
        public String toString() {
            return title;
        }
    }

    /** {@return the place, if there is one, and the text} */
    @Override
    public String toString() {
        return place.isEmpty() ? text : place.get() + ": " + text;
    }
}
