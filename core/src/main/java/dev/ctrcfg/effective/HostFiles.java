// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Files of the host other than configuration, as far as they are known. */
final class HostFiles {

    private final ConfigSource source;

    HostFiles(ConfigSource source) {
        this.source = source;
    }

    /** Whether an absent file is one that the daemon does not have either. */
    boolean areKnown() {
        return source.isHost();
    }

    /** The text of a file; empty if there is none or it cannot be read. */
    Optional<String> read(String path) {
        try {
            return Optional.of(new String(source.read(path), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
