// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.io;

import dev.ctrcfg.effective.ConfigSource;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The files of this machine, or of one that is mounted below a directory. */
public final class FileConfigSource implements ConfigSource {

    private final @Nullable HostFiles mount;
    private final Path workingDirectory;
    private final boolean host;

    private FileConfigSource(@Nullable HostFiles mount, Path workingDirectory, boolean host) {
        this.mount = mount;
        this.workingDirectory = workingDirectory;
        this.host = host;
    }

    /** {@return the files of this machine; relative paths start from this process's working directory} */
    public static FileConfigSource ofThisMachine() {
        return from(Path.of(""));
    }

    /**
     * {@return the files of this machine}
     *
     * @param workingDirectory where relative paths start
     */
    public static FileConfigSource from(Path workingDirectory) {
        return new FileConfigSource(null, workingDirectory.toAbsolutePath().normalize(), false);
    }

    /**
     * {@return the files of a host whose file system is mounted below a directory}
     *
     * @param root the directory; every path, absolute or not, stays below it
     */
    public static FileConfigSource below(Path root) {
        return new FileConfigSource(HostFiles.below(root), Path.of("/"), true);
    }

    /** {@return these files, said to be the ones that the daemon finds; see {@link #isHost()}} */
    public FileConfigSource asHost() {
        return new FileConfigSource(mount, workingDirectory, true);
    }

    @Override
    public byte[] read(String path) throws IOException {
        return ConfigFile.contentOfNamed(resolve(path));
    }

    @Override
    public List<String> list(String directory) throws IOException {
        List<String> names = new ArrayList<>();
        Path folder = resolve(directory);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                names.add(entry.getFileName().toString());
            }
        } catch (DirectoryIteratorException e) {
            throw Failures.of(folder, "", Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw Failures.of(folder, "", e);
        }
        return names;
    }

    private Path resolve(String path) throws IOException {
        try {
            Path absolute = workingDirectory.resolve(path);
            return mount == null ? absolute : mount.find(absolute.toString());
        } catch (InvalidPathException e) {
            FileSystemException named = new FileSystemException(path, null, "invalid argument");
            named.initCause(e);
            throw named;
        }
    }

    @Override
    public String workingDirectory() {
        return workingDirectory.toString();
    }

    @Override
    public boolean isHost() {
        return host;
    }
}
