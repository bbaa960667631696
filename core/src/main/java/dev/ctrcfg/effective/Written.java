// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.Span;
import dev.ctrcfg.toml.TomlDocument;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where something is written: a name in a table of a file. Its key and place are worked out when they are asked for. */
final class Written {

    private final SourceFile file;
    private final @Nullable Written parent;
    private final String name;

    private Written(SourceFile file, @Nullable Written parent, String name) {
        this.file = file;
        this.parent = parent;
        this.name = name;
    }

    static Written root(SourceFile file) {
        return new Written(file, null, "");
    }

    Written child(String childName) {
        return new Written(file, this, childName);
    }

    SourceFile file() {
        return file;
    }

    Key key() {
        Deque<Key.Part> parts = new ArrayDeque<>();
        for (Written at = this; at.parent != null; at = at.parent) {
            parts.addFirst(new Key.Name(at.name));
        }
        return new Key(new ArrayList<>(parts));
    }

    /** Where an element of the array stands. */
    SourcePlace place(int index) {
        Optional<Span> span = file.document().orElseThrow().spanOf(key().child(index));
        return span.isPresent() ? new SourcePlace(file, span.get()) : place();
    }

    /** Where the key stands, or the nearest table around it that is written down. */
    SourcePlace place() {
        TomlDocument document = file.document().orElseThrow();
        for (Key key = key(); !key.isRoot(); key = key.parent()) {
            Optional<Span> span = document.keySpanOf(key);
            if (span.isPresent()) {
                return new SourcePlace(file, span.get());
            }
        }
        return new SourcePlace(file, new Span(0, 0));
    }
}
