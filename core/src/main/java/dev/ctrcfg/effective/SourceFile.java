// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.toml.Entry;
import dev.ctrcfg.toml.Header;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.Position;
import dev.ctrcfg.toml.Span;
import dev.ctrcfg.toml.TomlDialect;
import dev.ctrcfg.toml.TomlDocument;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that took part in a configuration.
 *
 * <p>What every release that reads it has to work out is worked out once.
 */
public final class SourceFile {

    private final String path;
    private final byte[] bytes;
    private final @Nullable TomlDocument document;
    private final DecodedTables decoded = new DecodedTables();
    private @Nullable Branch tree;
    private @Nullable Map<Key.Part, List<Entry>> entries;
    private @Nullable Map<Key.Part, List<Header>> headers;
    private @Nullable List<TomlDialect.Refusal> constructs;

    SourceFile(String path, byte[] bytes, @Nullable TomlDocument document) {
        this.path = path;
        this.bytes = bytes;
        this.document = document;
    }

    /** {@return the path under which it was read, as containerd logs it} */
    public String path() {
        return path;
    }

    /** {@return a copy of what it holds} */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** {@return what it holds as a document; empty if it is not TOML} */
    public Optional<TomlDocument> document() {
        return Optional.ofNullable(document);
    }

    /** What it holds, which may not be changed; there has to be a document. */
    synchronized Branch tree() {
        Branch known = tree;
        if (known == null) {
            known = Branch.of(document().orElseThrow().root(), Written.root(this));
            tree = known;
        }
        return known;
    }

    DecodedTables decoded() {
        return decoded;
    }

    /** The entries in the table at the top of a key, or the one that is there itself, in the order of the text. */
    synchronized List<Entry> entriesBeside(Key key) {
        Map<Key.Part, List<Entry>> known = entries;
        if (known == null) {
            known = new HashMap<>();
            for (Entry entry : document().orElseThrow().entries()) {
                addTo(known, entry.key(), entry);
            }
            entries = known;
        }
        return known.getOrDefault(key.part(0), List.of());
    }

    /** The headers of the table at the top of a key and of those in it, in the order of the text. */
    synchronized List<Header> headersBeside(Key key) {
        Map<Key.Part, List<Header>> known = headers;
        if (known == null) {
            known = new HashMap<>();
            for (Header header : document().orElseThrow().headers()) {
                addTo(known, header.key(), header);
            }
            headers = known;
        }
        return known.getOrDefault(key.part(0), List.of());
    }

    private static <T> void addTo(Map<Key.Part, List<T>> byTop, Key key, T what) {
        List<T> known = byTop.get(key.part(0));
        if (known == null) {
            known = new ArrayList<>();
            byTop.put(key.part(0), known);
        }
        known.add(what);
    }

    /** What a reader refuses of the document. */
    synchronized List<TomlDialect.Refusal> refusals(TomlDialect dialect) {
        List<TomlDialect.Refusal> known = constructs;
        if (known == null) {
            known = TomlDialect.constructs(document().orElseThrow());
            constructs = known;
        }
        return dialect.among(known);
    }

    /** The text of a stretch. */
    String text(Span span) {
        return new String(bytes, span.start(), span.length(), StandardCharsets.UTF_8);
    }

    /**
     * {@return the line and column of an offset}
     *
     * @param offset an offset into the bytes
     */
    public Position position(int offset) {
        return document == null ? Lines.position(bytes, offset) : document.position(offset);
    }

    /** {@return the path} */
    @Override
    public String toString() {
        return path;
    }
}
