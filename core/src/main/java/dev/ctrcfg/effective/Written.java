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
    private final Key.Part part;

    private Written(SourceFile file, @Nullable Written parent, Key.Part part) {
        this.file = file;
        this.parent = parent;
        this.part = part;
    }

    static Written root(SourceFile file) {
        return new Written(file, null, new Key.Name(""));
    }

    Written child(String childName) {
        return new Written(file, this, new Key.Name(childName));
    }

    /** Where an element of the array stands. */
    Written element(int index) {
        return new Written(file, this, new Key.Index(index));
    }

    SourceFile file() {
        return file;
    }

    Key key() {
        Deque<Key.Part> parts = new ArrayDeque<>();
        for (Written at = this; at.parent != null; at = at.parent) {
            parts.addFirst(at.part);
        }
        return new Key(new ArrayList<>(parts));
    }

    /** Where the key stands, or the nearest table around it that is written down. */
    SourcePlace place() {
        TomlDocument document = file.document().orElseThrow();
        for (Key key = key(); !key.isRoot(); key = key.parent()) {
            boolean element = key.last() instanceof Key.Index;
            Optional<Span> span = element ? document.spanOf(key) : document.keySpanOf(key);
            if (span.isPresent()) {
                return new SourcePlace(file, span.get());
            }
        }
        return new SourcePlace(file, new Span(0, 0));
    }
}
