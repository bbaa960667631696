// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a document shall mean, and which keys of it were written by whom. */
final class Draft {

    private final TomlDocument document;
    private final TomlTable before;
    private final Tree tree;
    private final Map<Key, ConfigPatch> touched = new LinkedHashMap<>();
    private final Set<Key> uncommented = new HashSet<>();
    private final List<Notice> notices = new ArrayList<>();
    private ConfigPatch patch = ConfigPatch.builder().build();

    Draft(TomlDocument document) {
        this.document = document;
        this.before = document.root();
        this.tree = new Tree(before);
    }

    void begin(ConfigPatch next) {
        patch = next;
    }

    TomlDocument document() {
        return document;
    }

    TomlTable before() {
        return before;
    }

    @Nullable
    TomlValue get(Key key) {
        return tree.get(key);
    }

    boolean has(Key key) {
        return tree.get(key) != null;
    }

    @Nullable
    Key obstacle(Key key) {
        return tree.obstacle(key);
    }

    void put(Key key, TomlValue value) {
        touch(key);
        tree.put(key, value);
    }

    void remove(Key key) {
        if (tree.get(key) != null) {
            touch(key);
            tree.remove(key);
        }
    }

    /** An array counts as a whole. */
    private void touch(Key key) {
        int size = 0;
        while (size < key.size() && key.part(size) instanceof Key.Name) {
            size++;
        }
        touched.put(key.head(size), patch);
    }

    void uncomment(Key key) {
        uncommented.add(key);
    }

    boolean isUncommented(Key key) {
        return uncommented.contains(key);
    }

    /** The keys that were written or removed, in the order of that. */
    Set<Key> touched() {
        return touched.keySet();
    }

    boolean hasTouched(Key key) {
        for (Key each : touched.keySet()) {
            if (each.startsWith(key)) {
                return true;
            }
        }
        return false;
    }

    /** Who wrote the value of a key or something in it, for a message: {@code here} is the document. */
    String writerOf(Key key) {
        for (Map.Entry<Key, ConfigPatch> entry : touched.entrySet()) {
            if (entry.getKey().startsWith(key)) {
                return "in " + entry.getValue().placeOf(key);
            }
        }
        return "here";
    }

    void notice(Notice.Kind kind, Key key, String text) {
        add(new Notice(kind, key, Optional.of(patch.placeOf(key)), text));
    }

    void add(Notice notice) {
        notices.add(notice);
    }

    List<Notice> notices() {
        return notices;
    }
}
