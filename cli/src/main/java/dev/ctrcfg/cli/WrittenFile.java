// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.io.ConfigFile;
import dev.ctrcfg.io.Update;
import dev.ctrcfg.io.WriteOptions;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * A file that was written or deleted, and its way back.
 *
 * @param path the file
 * @param update what was done
 * @param permissions who might read and write it; known of a deleted file
 */
record WrittenFile(Path path, Update update, Optional<Set<PosixFilePermission>> permissions) {

    static WrittenFile delete(Path path, WriteOptions options, byte[] expected) throws IOException {
        Optional<Set<PosixFilePermission>> permissions =
                Files.exists(path) ? Optional.of(Files.getPosixFilePermissions(path)) : Optional.empty();
        return new WrittenFile(path, ConfigFile.delete(path, options, expected), permissions);
    }

    /** Puts the old content back. Nobody else's change is undone. */
    void restore(WriteOptions options) throws IOException {
        WriteOptions quiet = options.withBackups(0);
        Optional<byte[]> old = update.before();
        Optional<byte[]> written = update.after();
        if (old.isEmpty()) {
            ConfigFile.delete(path, quiet, written.orElseThrow());
        } else if (written.isEmpty()) {
            restoreDeleted(quiet, old.get());
        } else {
            ConfigFile.update(path, quiet, content -> {
                require(content.isPresent() && Arrays.equals(content.get(), written.get()), "written");
                return old.get();
            });
        }
    }

    /** Until it has its permissions again, its owner alone may read it. */
    private void restoreDeleted(WriteOptions options, byte[] old) throws IOException {
        ConfigFile.update(path, options.forOwnerOnly(), content -> {
            require(content.isEmpty(), "deleted");
            return old;
        });
        if (permissions.isPresent()) {
            Files.setPosixFilePermissions(path, permissions.get());
        }
    }

    private void require(boolean same, String done) throws IOException {
        if (!same) {
            throw new FileSystemException(path.toString(), null, "changed since it was " + done);
        }
    }
}
