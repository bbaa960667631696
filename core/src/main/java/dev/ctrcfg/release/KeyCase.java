// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

import java.util.Collection;
import java.util.Optional;

/**
 * Which spellings of a setting's name a release takes. Names that the file is free to choose (runtimes, registry hosts,
 * plugins) always count as written.
 *
 * <p>The rule is the TOML library's: the lookup of struct fields in BurntSushi/toml, go-toml and go-toml v2.
 */
public enum KeyCase {
    /** Upper and lower case do not count, by Unicode's simple folding; until containerd 1.4. */
    FOLDED,
    /**
     * The name itself, all in lower case, all in upper case, or with its first letter in lower case, tried in this
     * order; containerd 1.5 to 1.7.
     */
    FOUR_FORMS,
    /** Upper and lower case do not count, by comparing in lower case; since containerd 2.0. */
    LOWERED;

    private static final char LONG_S = '\u017f';
    private static final char KELVIN = '\u212a';

    /**
     * {@return whether a key of a file gives a setting its value}
     *
     * @param name the setting's name
     * @param key the key as it stands in the file
     */
    public boolean matches(String name, String key) {
        if (name.length() != key.length()) {
            return false;
        }
        if (name.equals(key)) {
            return true;
        }
        return this == FOUR_FORMS ? rank(name, key) < 4 : foldsTo(name, key);
    }

    /**
     * {@return the key that gives a setting its value when a table has several spellings of it}
     *
     * <p>Where case does not count it is the last one read. Before containerd 1.5 keys are read in random order, so that
     * the answer is one of several possible there.
     *
     * @param name the setting's name
     * @param keys the keys of the table in the order they are read
     */
    public Optional<String> choose(String name, Iterable<String> keys) {
        if (this == FOUR_FORMS && keys instanceof Collection<String> all && all.contains(name)) {
            return Optional.of(name);
        }
        String chosen = null;
        for (String key : keys) {
            if (matches(name, key) && (chosen == null || beats(name, key, chosen))) {
                chosen = key;
            }
        }
        return Optional.ofNullable(chosen);
    }

    private boolean beats(String name, String key, String chosen) {
        return this != FOUR_FORMS || rank(name, key) < rank(name, chosen);
    }

    /** The place of a key among the forms that are tried, 4 if it is none of them. */
    private static int rank(String name, String key) {
        if (key.equals(name)) {
            return 0;
        }
        if (key.equals(lower(name))) {
            return 1;
        }
        if (key.equals(upper(name))) {
            return 2;
        }
        return key.equals(lowerFirst(name)) ? 3 : 4;
    }

    private static String lower(String name) {
        StringBuilder out = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            out.append(Character.toLowerCase(name.charAt(i)));
        }
        return out.toString();
    }

    private static String upper(String name) {
        StringBuilder out = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            out.append(Character.toUpperCase(name.charAt(i)));
        }
        return out.toString();
    }

    private static String lowerFirst(String name) {
        return name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private boolean foldsTo(String name, String key) {
        for (int i = 0; i < name.length(); i++) {
            if (fold(name.charAt(i)) != fold(key.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Folding differs from lower case in three letters that look like ASCII ones. */
    private char fold(char c) {
        if (this == LOWERED) {
            return Character.toLowerCase(c);
        }
        if (c == LONG_S) {
            return 's';
        }
        if (c == KELVIN) {
            return 'k';
        }
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
}
