// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Optional;

/** A file as it was found on disk: its path and the bytes that it held. */
public final class ConfigFile {

    // A document of this size is refused anyway; the limit keeps a device that never ends from filling the memory.
    private static final int MAX_BYTES = 256 << 20;

    private static final Path NOTHING = Path.of("/dev/null");

    private final Path path;
    private final byte[] content;

    private ConfigFile(Path path, byte[] content) {
        this.path = path;
        this.content = content;
    }

    /**
     * {@return the file at a path, as it is now}
     *
     * @param path a path of the default file system
     * @throws FileSystemException if there is no such file, if it is a directory, or if it cannot be read
     * @throws IOException if reading fails for another reason
     */
    public static ConfigFile read(Path path) throws IOException {
        return new ConfigFile(path, contentOf(path));
    }

    /**
     * Gives a file new content, or creates it; mode, owner, group, extended attributes and symbolic links are kept.
     *
     * @param path a path of the default file system
     * @param content the bytes that the file shall hold
     * @return whether the file was touched
     * @throws FileSystemException if the file cannot be written; it is then as it was before
     * @throws IOException if writing fails for another reason; the file is then as it was before
     */
    public static WriteOutcome write(Path path, byte[] content) throws IOException {
        return update(path, WriteOptions.DEFAULT, new Replacement(content)).outcome();
    }

    /**
     * Revises the content of a file, or creates it, under a lock that other processes of this library heed; mode, owner,
     * group, extended attributes and symbolic links are kept.
     *
     * @param path a path of the default file system
     * @param options how it is written
     * @param revision what shall become of it; it is asked again for a content that somebody else has written meanwhile
     * @param <E> what the revision throws
     * @return what was done
     * @throws FileSystemException if the file cannot be read, locked or written; it is then as it was before
     * @throws IOException if reading or writing fails for another reason; the file is then as it was before
     * @throws E if the revision throws it; the file is then as it was before
     */
    public static <E extends Exception> Update update(Path path, WriteOptions options, Revision<E> revision)
            throws IOException, E {
        return new FileUpdate<>(SystemCalls.INSTANCE, path, options, revision).run();
    }

    /**
     * Deletes a file if it holds what it should, under the same lock as an update. A symbolic link to it stays.
     *
     * @param path a path of the default file system
     * @param options whether the content is kept as a backup, and how long to wait
     * @param expected what the file must hold
     * @return what was done; nothing if there is no such file
     * @throws FileSystemException if the file holds something else, or cannot be deleted; it is then as it was before
     * @throws IOException if reading or deleting fails for another reason
     */
    public static Update delete(Path path, WriteOptions options, byte[] expected) throws IOException {
        return new FileDeletion(SystemCalls.INSTANCE, path, options).run(expected);
    }

    /** {@return the path under which the file was read} */
    public Path path() {
        return path;
    }

    /** {@return a copy of the bytes that the file held when it was read} */
    public byte[] content() {
        return content.clone();
    }

    /**
     * Gives this file new content, unless someone else has changed it since it was read.
     *
     * @param replacement the bytes that the file shall hold
     * @return whether the file was touched
     * @throws FileSystemException if the file no longer holds what was read, or cannot be written; it is then left as
     *     it is
     * @throws IOException if writing fails for another reason; the file is then as it was before
     */
    public WriteOutcome replace(byte[] replacement) throws IOException {
        return update(path, WriteOptions.DEFAULT, new Replacement(replacement) {
                    @Override
                    public byte[] revise(Optional<byte[]> before) throws IOException {
                        if (before.isEmpty() || !Arrays.equals(before.get(), content)) {
                            throw new FileSystemException(path.toString(), null, "changed since it was read");
                        }
                        return super.revise(before);
                    }
                })
                .outcome();
    }

    /** {@return the bytes of a file that a person has named} */
    static byte[] contentOf(Path path) throws IOException {
        requireFile(path, path.startsWith("/dev") || path.startsWith("/proc"));
        return bytes(path);
    }

    /** {@return the bytes of a file that another file names, which nobody has looked at before} */
    static byte[] contentOfNamed(Path path) throws IOException {
        requireFile(path, path.equals(NOTHING));
        return bytes(path);
    }

    private static byte[] bytes(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] content = in.readNBytes(MAX_BYTES + 1);
            if (content.length > MAX_BYTES) {
                throw new FileSystemException(path.toString(), null, "larger than 256 MiB");
            }
            return content;
        } catch (IOException e) {
            throw Failures.of(path, "", e);
        }
    }

    /**
     * A pipe, a terminal or a socket may never come to an end. One of this process, such as {@code /dev/stdin} or what a
     * shell passes as {@code /dev/fd/63}, is meant by whoever names it.
     */
    private static void requireFile(Path path, boolean allowsDevice) throws IOException {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(path, BasicFileAttributes.class);
        } catch (IOException e) {
            throw Failures.of(path, "", e);
        }
        if (attributes.isDirectory()) {
            throw Failures.directory(path);
        }
        if (attributes.isOther() && !allowsDevice) {
            throw new FileSystemException(path.toString(), null, "is not a regular file");
        }
    }

    /** Content that does not depend on what was there. */
    private static class Replacement implements Revision<RuntimeException> {

        private final byte[] content;

        Replacement(byte[] content) {
            this.content = content;
        }

        @Override
        public byte[] revise(Optional<byte[]> before) throws IOException {
            return content;
        }
    }
}
