// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli.command;

import java.util.List;

/** What a shell offers in the place of a value. */
public final class Completion {

    /** Nothing: any text. */
    public static final Completion NOTHING = new Completion(List.of());

    /** The names of files. */
    public static final Completion FILES = new Completion(List.of());

    /** The names of directories. */
    public static final Completion DIRECTORIES = new Completion(List.of());

    private final List<String> words;

    private Completion(List<String> words) {
        this.words = words;
    }

    /**
     * {@return these words}
     *
     * @param words the words, without blanks
     */
    public static Completion words(List<String> words) {
        return new Completion(List.copyOf(words));
    }

    /** {@return the words; empty for anything else} */
    public List<String> words() {
        return words;
    }
}
