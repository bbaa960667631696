// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.ReleaseLine;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** What a release says of a file that cannot be read. */
final class ReadRefusals {

    private static final String DIRECTORY = "is a directory";

    private ReadRefusals() {}

    /** The refusal, to be thrown. */
    static Refusal of(ContainerdRelease release, String path, IOException cause) throws MissingFileException {
        if (cause instanceof NoSuchFileException) {
            String text = wrapped(release, path, "open " + path + ": no such file or directory", false);
            throw new MissingFileException(Remarks.of(Effect.EXIT, "missing-file", text, null));
        }
        if (cause instanceof AccessDeniedException) {
            String text = wrapped(release, path, "open " + path + ": permission denied", false);
            return Refusal.exit("unreadable-file", text, (Written) null);
        }
        String reason = reason(cause);
        boolean directory = reason.endsWith(DIRECTORY) && !reason.endsWith("not a directory");
        String system = directory ? "read " + path + ": " + DIRECTORY : "open " + path + ": " + reason;
        return Refusal.exit("unreadable-file", wrapped(release, path, system, directory), (Written) null);
    }

    private static String wrapped(ContainerdRelease release, String path, String system, boolean reading) {
        if (release.since(ReleaseLine.V2_0)) {
            return reading ? "failed to unmarshal TOML: toml: " + system : system;
        }
        return release.since(ReleaseLine.V1_5) ? "failed to load TOML: " + path + ": " + system : system;
    }

    private static String reason(IOException cause) {
        @Nullable String reason = cause instanceof FileSystemException system ? system.getReason() : cause.getMessage();
        return reason == null ? "input/output error" : reason;
    }
}
