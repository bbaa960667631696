// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.ConfigSource;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;

/**
 * Imports in which a missing file counts as an empty one, so that the rest of the configuration can be looked at all
 * the same. Runtime specs, which are JSON, are missing if they are.
 */
final class LenientImports implements ConfigSource {

    private final ConfigSource source;
    private final boolean known;
    private final boolean isHost;
    private final List<String> missing = new ArrayList<>();

    LenientImports(LintOptions options) {
        this.source = options.imports().orElse(ConfigSource.none());
        this.known = options.imports().isPresent();
        this.isHost = known && options.host().isPresent();
    }

    @Override
    public byte[] read(String path) throws IOException {
        try {
            return source.read(path);
        } catch (NoSuchFileException e) {
            if (path.endsWith(".json")) {
                throw e;
            }
            missing.add(path);
            return new byte[0];
        }
    }

    @Override
    public List<String> list(String directory) throws IOException {
        return source.list(directory);
    }

    @Override
    public String workingDirectory() {
        return source.workingDirectory();
    }

    /** Only then is a file that is not here not on the node either. */
    @Override
    public boolean isHost() {
        return isHost;
    }

    /** The files that are not there, by their whole paths; none if nobody can tell. */
    List<String> missing() {
        return known ? missing : List.of();
    }
}
