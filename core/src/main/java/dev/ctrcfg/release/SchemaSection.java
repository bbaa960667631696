// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

import dev.ctrcfg.toml.Key;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings of one plugin, of the top level, or of one {@code options} struct, in one release. */
public final class SchemaSection {

    private static final String ANY_NAME = "*";
    private static final String ELEMENT = "[]";

    private final String id;
    private final KeyCase keyCase;
    private final Map<String, SchemaKey> keys;
    private final SchemaLevel root;

    SchemaSection(String id, KeyCase keyCase, Map<String, SchemaKey> keys) {
        this.id = id;
        this.keyCase = keyCase;
        this.keys = Collections.unmodifiableMap(keys);
        this.root = new SchemaLevel(keyCase);
        for (SchemaKey key : keys.values()) {
            root.insert(key);
        }
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

    /**
     * {@return the part of a plugin's id behind its type, whose last part is {@code v} and a number; what files of version
     * 1 call the plugin}
     *
     * @param id the plugin's id
     */
    public static String shortId(String id) {
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

    /** {@return the top of the section, to walk from} */
    public SchemaLevel root() {
        return root;
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
        return key(key, 0);
    }

    /** The setting of the parts of a key from a place on. */
    Optional<SchemaKey> key(Key key, int from) {
        SchemaLevel level = root;
        SchemaKey found = null;
        for (int i = from; i < key.size(); i++) {
            Key.Part part = key.part(i);
            SchemaLevel next = level == null ? null : step(level, part);
            SchemaKey listed = next == null ? null : next.setting();
            found = listed != null ? listed : inner(found, part);
            if (found == null && next == null) {
                return Optional.empty();
            }
            level = next;
        }
        return Optional.ofNullable(found);
    }

    private static @Nullable SchemaLevel step(SchemaLevel level, Key.Part part) {
        return part instanceof Key.Name name
                ? level.step(name.text())
                : level.element().orElse(null);
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
