// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.io;

import java.io.IOException;
import java.nio.file.Path;

/** Writes into a file that cannot be replaced. */
final class InPlaceWriter {

    private final FileCalls calls;
    private final Path file;

    InPlaceWriter(FileCalls calls, Path file) {
        this.calls = calls;
        this.file = file;
    }

    /** Writes new content over old; if that fails half-way, the old content is written again. */
    void write(byte[] old, byte[] content) throws IOException {
        try (FileCalls.InPlaceOutput out = calls.overwrite(file)) {
            try {
                fill(out, old.length, content);
            } catch (IOException e) {
                restore(out, old, e);
                throw e;
            }
        }
    }

    /** What needs more room comes first, so that a full disk leaves the old content untouched. */
    private static void fill(FileCalls.InPlaceOutput out, int oldLength, byte[] content) throws IOException {
        int shared = Math.min(oldLength, content.length);
        if (content.length > shared) {
            out.writeAt(shared, content, shared, content.length);
        }
        out.writeAt(0, content, 0, shared);
        if (oldLength > shared) {
            out.truncate(shared);
        }
        out.sync();
    }

    private static void restore(FileCalls.InPlaceOutput out, byte[] old, IOException failure) {
        try {
            out.writeAt(0, old, 0, old.length);
            out.truncate(old.length);
            out.sync();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
