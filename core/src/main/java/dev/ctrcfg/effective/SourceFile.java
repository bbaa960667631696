// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.toml.Position;
import dev.ctrcfg.toml.Span;
import dev.ctrcfg.toml.TomlDocument;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file that took part in a configuration. */
public final class SourceFile {

    private final String path;
    private final byte[] bytes;
    private final @Nullable TomlDocument document;

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
