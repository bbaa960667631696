// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A source with one more file, whose text is at hand. */
final class TextInHand implements ConfigSource {

    private final String path;
    private final byte[] text;
    private final ConfigSource others;
    private final @Nullable SourceFile file;

    TextInHand(String path, byte[] text, ConfigSource others) {
        this.path = path;
        this.text = text;
        this.others = others;
        this.file = null;
    }

    TextInHand(ConfigText config, ConfigSource others) {
        this.path = config.path();
        this.text = config.bytes();
        this.others = others;
        this.file = config.plain();
    }

    /** The file that is known to be at a path, or null. */
    @Nullable
    SourceFile file(String wanted) {
        return wanted.equals(path) ? file : null;
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
