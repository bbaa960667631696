// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Completion;
import dev.ctrcfg.cli.command.Converter;
import dev.ctrcfg.io.HostFiles;
import java.io.IOException;
import java.nio.file.Path;

/** Takes the directory where a host's file system is mounted. */
enum HostRoot implements Converter<Path> {
    DIRECTORY;

    /** Where the host is the one that the command runs on. */
    static final Path NONE = Path.of("/");

    /** {@return where a path of the host is found} */
    static Path below(Path root, Path hostPath) {
        return root.resolve(NONE.relativize(hostPath));
    }

    /** {@return where a path of the host is found, with links followed on the host as far as there are directories} */
    static Path place(Path root, Path hostPath) {
        if (root.equals(NONE)) {
            return hostPath;
        }
        try {
            return HostFiles.below(root).place(hostPath.toString());
        } catch (IOException e) {
            return below(root, hostPath);
        }
    }

    /** {@return what the host calls a file; one that is not below the host's root keeps its name} */
    static String onHost(Path root, Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path host = root.toAbsolutePath().normalize();
        return absolute.startsWith(host) ? "/" + host.relativize(absolute) : absolute.toString();
    }

    @Override
    public Path convert(String text) {
        return FileArgument.Names.NAMES.convert(text).path();
    }

    @Override
    public Completion completion() {
        return Completion.DIRECTORIES;
    }
}
