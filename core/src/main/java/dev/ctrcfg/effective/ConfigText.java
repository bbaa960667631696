// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.toml.TomlDocument;
import org.jspecify.annotations.Nullable;

/** A text that one release or several are to read; what does not depend on the release is worked out once for all. */
public final class ConfigText {

    private final String path;
    private final byte[] bytes;
    private final @Nullable SourceFile plain;

    /**
     * Takes a text.
     *
     * @param path the path that the text counts as being at, for relative imports and for messages
     * @param document the text
     */
    public ConfigText(String path, TomlDocument document) {
        this.path = path;
        this.bytes = document.bytes();
        this.plain = document.faults().isEmpty() ? new SourceFile(path, bytes, document) : null;
    }

    /** {@return the path that it counts as being at} */
    public String path() {
        return path;
    }

    byte[] bytes() {
        return bytes;
    }

    /**
     * The text as every reader takes it, save for what one refuses; null if it has faults, so that readers may differ
     * in what they take it for.
     */
    @Nullable
    SourceFile plain() {
        return plain;
    }
}
