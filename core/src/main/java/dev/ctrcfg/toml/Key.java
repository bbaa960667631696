// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The address of a value in a document: names of tables and keys, and indexes into arrays.
 *
 * <p>A name is one part whatever characters it holds; {@code plugins."io.containerd.grpc.v1.cri".containerd} has three
 * parts. The written form is TOML's dotted key, with {@code [n]} for the element {@code n} of an array, counted from 0.
 *
 * @param parts the names and indexes, from the root of the document inwards; empty for the root itself
 */
public record Key(List<Part> parts) implements Comparable<Key> {

    /** The key of the document's root table. */
    public static final Key ROOT = new Key(List.of());

    /** One step of a key. */
    public sealed interface Part permits Name, Index {}

    /**
     * The name of a table or key.
     *
     * @param text the name as a reader sees it, without quotes or escapes
     */
    public record Name(String text) implements Part {
        // Written out: what the compiler makes for records links itself at the first call, which costs milliseconds.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Name name && text.equals(name.text);
        }

        @Override
        public int hashCode() {
            return text.hashCode();
        }
    }

    /**
     * A place in an array or an array of tables.
     *
     * @param value the place, counted from 0
     */
    public record Index(int value) implements Part {

        /** Refuses a negative place with {@link IllegalArgumentException}. */
        public Index {
            if (value < 0) {
                throw new IllegalArgumentException("an index cannot be negative: " + value);
            }
        }

        /** Written out, because a record's own is made at run time. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Index index && value == index.value;
        }

        @Override
        public int hashCode() {
            return value;
        }
    }

    /** Copies the list. */
    public Key {
        parts = List.copyOf(parts);
    }

    /**
     * {@return the key with these names}
     *
     * @param names names of tables and keys, each one part whatever it contains
     */
    public static Key of(String... names) {
        List<Part> parts = new ArrayList<>(names.length);
        for (String name : names) {
            parts.add(new Name(name));
        }
        return new Key(parts);
    }

    /**
     * {@return the key that a dotted key stands for}
     *
     * @param dotted a TOML dotted key, with {@code [n]} behind a name for an element of an array; {@code ""} is the
     *     root
     * @throws IllegalArgumentException if the text is not of that form; the message says where
     */
    public static Key parse(String dotted) {
        return new KeyParser(dotted).parse();
    }

    /** {@return the number of parts} */
    public int size() {
        return parts.size();
    }

    /** {@return whether this is the key of the root table} */
    public boolean isRoot() {
        return parts.isEmpty();
    }

    /** Whether one of the parts is an index. */
    boolean hasIndex() {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Index) {
                return true;
            }
        }
        return false;
    }

    /**
     * {@return the part at a place}
     *
     * @param i the place, from 0
     */
    public Part part(int i) {
        return parts.get(i);
    }

    /**
     * {@return the name at a place}
     *
     * @param i the place, from 0
     * @throws IllegalArgumentException if the part there is an index
     */
    public String name(int i) {
        if (parts.get(i) instanceof Name name) {
            return name.text();
        }
        throw new IllegalArgumentException("part " + i + " of " + this + " is an index");
    }

    /**
     * {@return the last part}
     *
     * @throws IllegalArgumentException if this is the root
     */
    public Part last() {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("the root has no last part");
        }
        return parts.get(parts.size() - 1);
    }

    /**
     * {@return the key of the table or array that holds this one}
     *
     * @throws IllegalArgumentException if this is the root
     */
    public Key parent() {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("the root has no parent");
        }
        return new Key(parts.subList(0, parts.size() - 1));
    }

    /**
     * {@return the key of a name below this one}
     *
     * @param name the name
     */
    public Key child(String name) {
        return child(new Name(name));
    }

    /**
     * {@return the key of an element below this one}
     *
     * @param index the place, from 0
     */
    public Key child(int index) {
        return child(new Index(index));
    }

    /**
     * {@return the key of a part below this one}
     *
     * @param part the part
     */
    public Key child(Part part) {
        List<Part> longer = new ArrayList<>(parts.size() + 1);
        longer.addAll(parts);
        longer.add(part);
        return new Key(longer);
    }

    /**
     * {@return the key of another key's parts below this one}
     *
     * @param relative the parts to add
     */
    public Key resolve(Key relative) {
        if (relative.isRoot()) {
            return this;
        }
        List<Part> longer = new ArrayList<>(parts);
        longer.addAll(relative.parts);
        return new Key(longer);
    }

    /**
     * {@return the parts from a place on, as a key of their own}
     *
     * @param from the place, from 0 to {@link #size()}
     */
    public Key tail(int from) {
        return new Key(parts.subList(from, parts.size()));
    }

    /**
     * {@return the first parts, as a key of their own}
     *
     * @param count how many, from 0 to {@link #size()}
     */
    public Key head(int count) {
        return count == parts.size() ? this : new Key(parts.subList(0, count));
    }

    /**
     * {@return whether this key is the other one or lies below it}
     *
     * @param prefix the other key
     */
    public boolean startsWith(Key prefix) {
        int length = prefix.size();
        if (length > size()) {
            return false;
        }
        // From the end, as keys that are compared begin alike for the most part.
        for (int i = length - 1; i >= 0; i--) {
            if (!parts.get(i).equals(prefix.parts.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof Key key && parts.equals(key.parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    /** Orders by part: names by their characters, indexes by number, an index before a name, a key before those below. */
    @Override
    public int compareTo(Key other) {
        int shared = Math.min(size(), other.size());
        for (int i = 0; i < shared; i++) {
            int order = compare(part(i), other.part(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(size(), other.size());
    }

    private static int compare(Part a, Part b) {
        if (a instanceof Name x && b instanceof Name y) {
            return x.text().compareTo(y.text());
        }
        if (a instanceof Index x && b instanceof Index y) {
            return Integer.compare(x.value(), y.value());
        }
        return a instanceof Index ? -1 : 1;
    }

    /** {@return the dotted key, names quoted only where TOML asks for it; the root is the empty string} */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Index index) {
                out.append('[').append(index.value()).append(']');
            } else {
                if (out.length() > 0) {
                    out.append('.');
                }
                TomlWriter.appendKey(out, ((Name) part).text());
            }
        }
        return out.toString();
    }
}
