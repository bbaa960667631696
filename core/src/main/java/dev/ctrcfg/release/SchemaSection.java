// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

import dev.ctrcfg.toml.Key;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings of one plugin, of the top level, or of one {@code options} struct, in one release. */
public final class SchemaSection {

    private static final String ANY_NAME = "*";
    private static final String ELEMENT = "[]";

    private static final class Level {
        final Map<String, Level> below = new LinkedHashMap<>();

        @Nullable
        SchemaKey key;
    }

    private final String id;
    private final KeyCase keyCase;
    private final Map<String, SchemaKey> keys;
    private final Level root = new Level();

    SchemaSection(String id, KeyCase keyCase, Map<String, SchemaKey> keys) {
        this.id = id;
        this.keyCase = keyCase;
        this.keys = Collections.unmodifiableMap(keys);
        for (SchemaKey key : keys.values()) {
            insert(key);
        }
    }

    private void insert(SchemaKey key) {
        Level level = root;
        int start = 0;
        String path = key.path();
        while (start < path.length()) {
            int dot = path.indexOf('.', start);
            int end = dot < 0 ? path.length() : dot;
            boolean element = path.startsWith(ELEMENT, end - 2);
            level = below(level, path.substring(start, element ? end - 2 : end));
            level = element ? below(level, ELEMENT) : level;
            start = end + 1;
        }
        level.key = key;
    }

    private static Level below(Level level, String part) {
        Level known = level.below.get(part);
        if (known != null) {
            return known;
        }
        Level added = new Level();
        level.below.put(part, added);
        return added;
    }

    /** {@return the id: of a plugin, {@link KeySchema#TOP_LEVEL}, or {@code options:} and the name of a struct} */
    public String id() {
        return id;
    }

    /**
     * {@return the name of the section's table below {@code [plugins]} in a file of some version}
     *
     * @param version the file's version; in version 1 the table has the last part of the id as its name
     */
    public String tableName(ConfigVersion version) {
        return version == ConfigVersion.V1 ? shortId(id) : id;
    }

    /** The part of a plugin's id behind its type, whose last part is {@code v} and a number. */
    static String shortId(String id) {
        for (int at = id.indexOf(".v"); at >= 0; at = id.indexOf(".v", at + 1)) {
            int dot = id.indexOf('.', at + 1);
            if (dot == at + 3 && Character.isDigit(id.charAt(at + 2))) {
                return id.substring(dot + 1);
            }
        }
        return id;
    }

    /** {@return which spellings of a name count} */
    public KeyCase keyCase() {
        return keyCase;
    }

    /** {@return every setting, in the order of containerd's struct; those inside arrays and maps included} */
    public Collection<SchemaKey> keys() {
        return keys.values();
    }

    /**
     * {@return the setting of a path as {@link SchemaKey#path()} has it}
     *
     * @param path the path
     */
    public Optional<SchemaKey> keyAt(String path) {
        return Optional.ofNullable(keys.get(path));
    }

    /**
     * {@return the setting that a key of a file gives a value to}
     *
     * <p>Names of settings match by the release's {@link KeyCase}; any name matches where the file chooses names, and
     * any index where there are elements. Inside a table whose keys containerd does not look at, everything is found
     * with a type of {@link KeyType.Kind#ANY}.
     *
     * @param key the key from the section's table on
     */
    public Optional<SchemaKey> key(Key key) {
        Level level = root;
        SchemaKey found = null;
        for (int i = 0; i < key.size(); i++) {
            Key.Part part = key.part(i);
            Level next = level == null ? null : step(level, part);
            found = next != null && next.key != null ? next.key : inner(found, part);
            if (found == null && next == null) {
                return Optional.empty();
            }
            level = next;
        }
        return Optional.ofNullable(found);
    }

    private @Nullable Level step(Level level, Key.Part part) {
        if (part instanceof Key.Index) {
            return level.below.get(ELEMENT);
        }
        String name = ((Key.Name) part).text();
        Level free = level.below.get(ANY_NAME);
        if (free != null) {
            return free;
        }
        Level exact = level.below.get(name);
        return exact != null ? exact : stepByCase(level, name);
    }

    private @Nullable Level stepByCase(Level level, String name) {
        for (Map.Entry<String, Level> entry : level.below.entrySet()) {
            if (!entry.getKey().equals(ELEMENT) && keyCase.matches(entry.getKey(), name)) {
                return entry.getValue();
            }
        }
        return null;
    }

    /** What lies inside a value whose type says it all: an element of an array, a value of a map. */
    private static @Nullable SchemaKey inner(@Nullable SchemaKey outer, Key.Part part) {
        if (outer == null) {
            return null;
        }
        boolean index = part instanceof Key.Index;
        KeyType.Kind kind = outer.type().kind();
        if (kind == KeyType.Kind.ANY) {
            return outer.inner(index ? ELEMENT : ANY_NAME, outer.type());
        }
        boolean fits = index ? kind == KeyType.Kind.ARRAY : kind == KeyType.Kind.MAP;
        Optional<KeyType> element = outer.type().element();
        if (fits && element.isPresent()) {
            return outer.inner(index ? ELEMENT : ANY_NAME, element.get());
        }
        return null;
    }
}
