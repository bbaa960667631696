// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.io;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** The file system of this machine. */
final class SystemCalls implements FileCalls {

    static final FileCalls INSTANCE = new SystemCalls();

    private SystemCalls() {}

    @Override
    public Kind kind(Path path) throws IOException {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return Kind.MISSING;
        }
        if (attributes.isRegularFile()) {
            return Kind.FILE;
        }
        if (attributes.isSymbolicLink()) {
            return Kind.LINK;
        }
        return attributes.isDirectory() ? Kind.DIRECTORY : Kind.OTHER;
    }

    @Override
    public Path linkTarget(Path link) throws IOException {
        return Files.readSymbolicLink(link);
    }

    @Override
    public byte[] read(Path file) throws IOException {
        return ConfigFile.contentOf(file);
    }

    @Override
    public boolean mayWrite(Path file) {
        return Files.isWritable(file) || Files.notExists(file);
    }

    @Override
    public Ownership ownership(Path file) throws IOException {
        return Ownership.of(file);
    }

    @Override
    public void own(Path file, Ownership ownership) throws IOException {
        ownership.applyTo(file);
    }

    @Override
    public void create(Path file, boolean forOwner) throws IOException {
        if (forOwner) {
            Files.createFile(file, Ownership.PRIVATE);
        } else {
            Files.createFile(file);
        }
    }

    /** On Linux the JDK copies extended attributes as well, of whatever namespace: access lists, labels. */
    @Override
    public void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public Output rewrite(Path file) throws IOException {
        return new Stream(new FileOutputStream(file.toFile()));
    }

    @Override
    public InPlaceOutput overwrite(Path file) throws IOException {
        return new RandomAccess(new RandomAccessFile(file.toFile(), "rw"));
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.delete(file);
    }

    @Override
    public List<String> list(Path directory, String start) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                if (name.startsWith(start)) {
                    names.add(name);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw new IOException(e);
        }
        return names;
    }

    @Override
    public void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public Lock lock(Path file) throws IOException {
        return ChannelLock.open(file);
    }

    @Override
    public boolean isMounted(Path file) {
        return Mounts.isMounted(file);
    }

    /** FileChannel.force would load classes that no class data archive holds; the descriptor's sync does not. */
    private static final class Stream implements Output {

        private final FileOutputStream out;

        Stream(FileOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(byte[] content) throws IOException {
            out.write(content);
        }

        @Override
        public void sync() throws IOException {
            out.getFD().sync();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    private static final class RandomAccess implements InPlaceOutput {

        private final RandomAccessFile file;

        RandomAccess(RandomAccessFile file) {
            this.file = file;
        }

        @Override
        public void writeAt(int position, byte[] content, int from, int to) throws IOException {
            file.seek(position);
            file.write(content, from, to - from);
        }

        @Override
        public void truncate(int length) throws IOException {
            file.setLength(length);
        }

        @Override
        public void sync() throws IOException {
            file.getFD().sync();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
