// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A place in a section, and the settings below it: for walking along a configuration. */
public final class SchemaLevel {

    private static final String ANY_NAME = "*";
    private static final String ELEMENT = "[]";

    private final KeyCase keyCase;
    private final Map<String, SchemaLevel> below = new LinkedHashMap<>();
    private @Nullable SchemaLevel anyName;
    private @Nullable SchemaKey key;

    SchemaLevel(KeyCase keyCase) {
        this.keyCase = keyCase;
    }

    void insert(SchemaKey inserted) {
        SchemaLevel level = this;
        int start = 0;
        String path = inserted.path();
        while (start < path.length()) {
            int dot = path.indexOf('.', start);
            int end = dot < 0 ? path.length() : dot;
            boolean element = path.startsWith(ELEMENT, end - 2);
            level = level.added(path.substring(start, element ? end - 2 : end));
            level = element ? level.added(ELEMENT) : level;
            start = end + 1;
        }
        level.key = inserted;
    }

    private SchemaLevel added(String part) {
        SchemaLevel known = below.get(part);
        if (known != null) {
            return known;
        }
        SchemaLevel added = new SchemaLevel(keyCase);
        below.put(SharedNames.added(part), added);
        if (part.equals(ANY_NAME)) {
            anyName = added;
        }
        return added;
    }

    /** {@return the setting here; none at the top of a section, and none for what the values of a map have in common} */
    public Optional<SchemaKey> key() {
        return Optional.ofNullable(key);
    }

    /** The setting here, or null. */
    @Nullable
    SchemaKey setting() {
        return key;
    }

    /** {@return the names of the settings right below, in the order of containerd's struct} */
    public Set<String> names() {
        return Collections.unmodifiableSet(below.keySet());
    }

    /**
     * {@return the place of a setting right below}
     *
     * @param name the name as {@link #names()} has it
     */
    public Optional<SchemaLevel> child(String name) {
        return Optional.ofNullable(below.get(name));
    }

    /** {@return the place that every name leads to, where the file chooses the names and the values have settings} */
    public Optional<SchemaLevel> anyName() {
        return Optional.ofNullable(anyName);
    }

    /** {@return the place that every index leads to, where there is an array of tables} */
    public Optional<SchemaLevel> element() {
        return child(ELEMENT);
    }

    /**
     * {@return the name of the setting right below that a key of a file gives a value to, by the release's spelling}
     *
     * @param written the key as it stands in the file
     */
    public Optional<String> nameFor(String written) {
        if (below.containsKey(written)) {
            return Optional.of(written);
        }
        for (String name : below.keySet()) {
            if (!name.equals(ELEMENT) && keyCase.matches(name, written)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /** The place that a key of a file leads to, or null. */
    @Nullable
    SchemaLevel step(String written) {
        SchemaLevel free = anyName;
        if (free != null) {
            return free;
        }
        SchemaLevel exact = below.get(written);
        if (exact != null) {
            return exact;
        }
        Optional<String> name = nameFor(written);
        return name.isEmpty() ? null : below.get(name.get());
    }
}
