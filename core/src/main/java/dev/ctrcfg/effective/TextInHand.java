// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.toml.TomlDocument;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A source with one more file, whose text is at hand. */
final class TextInHand implements ConfigSource {

    private final String path;
    private final byte[] text;
    private final ConfigSource others;
    private @Nullable TomlDocument document;

    TextInHand(String path, byte[] text, ConfigSource others) {
        this.path = path;
        this.text = text;
        this.others = others;
    }

    /** A text without faults is the same document to every reader, save for what one refuses. */
    TextInHand readAs(TomlDocument known) {
        document = known;
        return this;
    }

    /** The document that is known to be at a path, or null. */
    @Nullable
    TomlDocument document(String wanted) {
        return wanted.equals(path) ? document : null;
    }

    @Override
    public byte[] read(String wanted) throws IOException {
        return wanted.equals(path) ? text : others.read(wanted);
    }

    @Override
    public List<String> list(String directory) throws IOException {
        return others.list(directory);
    }

    @Override
    public String workingDirectory() {
        return others.workingDirectory();
    }

    @Override
    public boolean isHost() {
        return others.isHost();
    }
}
