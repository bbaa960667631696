// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.io;

import dev.ctrcfg.effective.ConfigSource;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of this machine, or of one that is mounted below a directory. */
public final class FileConfigSource implements ConfigSource {

    private final Path root;
    private final String workingDirectory;

    private FileConfigSource(Path root, String workingDirectory) {
        this.root = root;
        this.workingDirectory = workingDirectory;
    }

    /** {@return the files of this machine; relative paths start from this process's working directory} */
    public static FileConfigSource ofThisMachine() {
        return new FileConfigSource(Path.of("/"), Path.of("").toAbsolutePath().toString());
    }

    /**
     * {@return the files below a directory, where every path, absolute or not, stays below it}
     *
     * @param root the directory
     */
    public static FileConfigSource below(Path root) {
        return new FileConfigSource(root.toAbsolutePath().normalize(), "/");
    }

    @Override
    public byte[] read(String path) throws IOException {
        return ConfigFile.contentOf(resolve(path));
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
            throw Failures.of(folder, "", new IOException(e));
        } catch (IOException e) {
            throw Failures.of(folder, "", e);
        }
        return names;
    }

    private Path resolve(String path) {
        String absolute = path.startsWith("/") ? path : workingDirectory + "/" + path;
        return root.resolve(Path.of("/").relativize(Path.of(absolute).normalize()));
    }

    @Override
    public String workingDirectory() {
        return workingDirectory;
    }
}
