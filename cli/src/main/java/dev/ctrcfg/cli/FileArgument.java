// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Completion;
import dev.ctrcfg.cli.command.Converter;
import dev.ctrcfg.io.HostFiles;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file named on the command line, or {@code -} for a standard stream.
 *
 * @param path the path as it was given
 * @param isDefault whether it stands for an argument that was not given
 */
record FileArgument(Path path, boolean isDefault) {

    /** The file that containerd reads unless it is told otherwise. */
    static final FileArgument DEFAULT = new FileArgument(Path.of("/etc/containerd/config.toml"), true);

    private static final String STREAM = "-";

    // Written out: what the compiler makes for records links itself at the first call, which costs milliseconds.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FileArgument file && path.equals(file.path) && isDefault == file.isDefault;
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    /**
     * {@return the file, below the directory where the host is mounted: links are followed there and never lead out of
     * it, and a path that does not begin with the directory is one of the host}
     *
     * @param root where the host's file system is mounted
     * @throws CommandFailure if a directory on the way to it is missing
     */
    FileArgument orBelow(Path root) throws CommandFailure {
        if (isStream() || root.equals(HostRoot.NONE)) {
            return this;
        }
        Path host = root.toAbsolutePath().normalize();
        Path absolute = path.toAbsolutePath().normalize();
        Path onHost = absolute.startsWith(host) ? HostRoot.NONE.resolve(host.relativize(absolute)) : absolute;
        try {
            return new FileArgument(HostFiles.below(root).place(onHost.toString()), isDefault);
        } catch (IOException e) {
            String name = HostRoot.below(root, onHost).toString();
            throw CommandFailure.of(
                    name, new IOException(e instanceof FileSystemException f ? f.getReason() : e.getMessage(), e));
        }
    }

    boolean isStream() {
        return path.toString().equals(STREAM);
    }

    /** What messages call it, as an input. */
    String inputName() {
        return isStream() ? "<stdin>" : path.toString();
    }

    /** Makes arguments from text. */
    enum Names implements Converter<FileArgument> {
        NAMES;

        @Override
        public FileArgument convert(String text) {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("a file name cannot be empty");
            }
            try {
                return new FileArgument(Path.of(text), false);
            } catch (InvalidPathException e) {
                throw new IllegalArgumentException("not a file name: " + e.getReason(), e);
            }
        }

        @Override
        public Completion completion() {
            return Completion.FILES;
        }
    }
}
