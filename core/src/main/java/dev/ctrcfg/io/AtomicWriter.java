// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.io;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Replaces one file by renaming a finished one over it. */
final class AtomicWriter {

    private static final int MAX_LINKS = 40;
    private static final int MAX_NAMES = 100;

    private final Path path;

    AtomicWriter(Path path) {
        this.path = path;
    }

    WriteOutcome write(byte[] content) throws IOException {
        Path target = followLinks();
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            replace(target, Ownership.OF_NEW_FILE, content);
            return WriteOutcome.WRITTEN;
        }
        requireRegular(target);
        if (Arrays.equals(ConfigFile.contentOf(target), content)) {
            return WriteOutcome.UNCHANGED;
        }
        replace(target, ownershipOf(target), content);
        return WriteOutcome.WRITTEN;
    }

    /** A rename over a symbolic link would replace the link, so its end is looked up; nothing need exist there. */
    private Path followLinks() throws IOException {
        Path at = path;
        for (int i = 0; i < MAX_LINKS; i++) {
            if (!Files.isSymbolicLink(at)) {
                return at;
            }
            at = at.resolveSibling(Files.readSymbolicLink(at));
        }
        throw new FileSystemException(path.toString(), null, "too many levels of symbolic links");
    }

    private void requireRegular(Path target) throws FileSystemException {
        if (Files.isDirectory(target)) {
            throw Failures.directory(path);
        }
        if (!Files.isRegularFile(target)) {
            throw new FileSystemException(path.toString(), null, "is not a regular file");
        }
    }

    private Ownership ownershipOf(Path target) throws IOException {
        try {
            return Ownership.of(target);
        } catch (IOException e) {
            throw Failures.of(path, "", e);
        }
    }

    private void replace(Path target, Ownership ownership, byte[] content) throws IOException {
        Path directory = directoryOf(target);
        Path temporary = create(directory, ownership);
        try {
            fill(temporary, ownership, content);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Failures.of(path, "cannot be replaced: ", e);
        } finally {
            deleteQuietly(temporary);
        }
        forceDirectory(directory);
    }

    private Path directoryOf(Path target) throws NoSuchFileException {
        Path parent = target.getParent();
        Path directory = parent == null ? Path.of("") : parent;
        if (!Files.isDirectory(directory)) {
            throw new NoSuchFileException(path.toString(), null, "its directory does not exist");
        }
        return directory;
    }

    private Path create(Path directory, Ownership ownership) throws IOException {
        long seed = System.nanoTime();
        for (int i = 0; i < MAX_NAMES; i++) {
            Path candidate = directory.resolve(".ctrcfg-" + Long.toHexString(seed + i) + ".tmp");
            try {
                return Files.createFile(candidate, ownership.whileWriting());
            } catch (FileAlreadyExistsException e) {
                // Someone else's; the next name is another one.
            } catch (IOException e) {
                throw Failures.of(path, "cannot create a file beside it: ", e);
            }
        }
        throw new FileSystemException(path.toString(), null, "no free name for a temporary file beside it");
    }

    private static void fill(Path temporary, Ownership ownership, byte[] content) throws IOException {
        // FileChannel.force would load classes that no class data archive holds; the descriptor's sync does not.
        try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
            out.write(content);
            ownership.applyTo(temporary);
            out.getFD().sync();
        }
    }

    /** After the rename there is nothing to delete; before it, the first failure is the one worth reporting. */
    private static void deleteQuietly(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // The file is harmless where it lies: containerd loads names that end in .toml.
        }
    }

    /** Makes the rename itself survive a power cut, on file systems that let a directory be forced. */
    private static void forceDirectory(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // The content is in place and whole either way.
        }
    }
}
