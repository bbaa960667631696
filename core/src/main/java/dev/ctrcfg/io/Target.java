// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.io;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The file at the end of a path's symbolic links, and the files that a write puts beside it. */
final class Target {

    private static final int MAX_LINKS = 40;

    /** Long names are cut, so that what is put behind them still fits into a directory. */
    private static final int MAX_NAME = 48;

    private final Path asked;
    private final Path file;
    private final Path directory;
    private final String name;

    private Target(Path asked, Path file) {
        this.asked = asked;
        this.file = file;
        Path parent = file.getParent();
        this.directory = parent == null ? Path.of("") : parent;
        String whole = String.valueOf(file.getFileName());
        this.name = whole.length() <= MAX_NAME ? whole : whole.substring(0, MAX_NAME);
    }

    /** A rename over a symbolic link would replace the link, so its end is looked up; nothing need exist there. */
    static Target of(FileCalls calls, Path asked) throws IOException {
        Path at = asked;
        for (int i = 0; i < MAX_LINKS; i++) {
            FileCalls.Kind kind = kind(calls, asked, at);
            if (kind != FileCalls.Kind.LINK) {
                requireFile(asked, kind);
                Target target = new Target(asked, at);
                target.requireDirectory(calls);
                return target;
            }
            at = at.resolveSibling(calls.linkTarget(at));
        }
        throw new FileSystemException(asked.toString(), null, "too many levels of symbolic links");
    }

    private static FileCalls.Kind kind(FileCalls calls, Path asked, Path at) throws IOException {
        try {
            return calls.kind(at);
        } catch (IOException e) {
            throw Failures.of(asked, "", e);
        }
    }

    private static void requireFile(Path asked, FileCalls.Kind kind) throws FileSystemException {
        if (kind == FileCalls.Kind.DIRECTORY) {
            throw Failures.directory(asked);
        }
        if (kind == FileCalls.Kind.OTHER) {
            throw new FileSystemException(asked.toString(), null, "is not a regular file");
        }
    }

    private void requireDirectory(FileCalls calls) throws IOException {
        // What a link in the middle of a path leads to is the system's business.
        if (kind(calls, asked, directory.resolve(".")) != FileCalls.Kind.DIRECTORY) {
            throw new NoSuchFileException(asked.toString(), null, "its directory does not exist");
        }
    }

    /** The path that a user named. */
    Path asked() {
        return asked;
    }

    /** The file that is read and replaced. */
    Path file() {
        return file;
    }

    Path directory() {
        return directory;
    }

    /** The lock file; it stays, because a lock that is deleted keeps nobody out. */
    Path lock() {
        return directory.resolve("." + name + ".ctrcfg.lock");
    }

    /** What the names of its temporary files start with; no name ends in .toml, which a glob would import. */
    String temporaryStart() {
        return "." + name + ".ctrcfg-";
    }

    String temporaryEnd() {
        return ".tmp";
    }

    /** {@return a backup of it, 1 being the newest} */
    Path backup(@Nullable Path elsewhere, int generation) {
        return (elsewhere == null ? directory : elsewhere).resolve(name + ".bak." + generation);
    }
}
