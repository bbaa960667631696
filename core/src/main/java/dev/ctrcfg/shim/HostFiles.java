// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.shim;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The files of a host whose file system is mounted somewhere: paths and symbolic links are followed as the host would,
 * so that neither leaves the mount.
 */
final class HostFiles {

    /** Linux follows this many links before it gives up. */
    private static final int MAX_LINKS = 40;

    private static final Set<PosixFilePermission> EXECUTE = EnumSet.of(
            PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);

    /** A path that leads nowhere; the message is the one that Linux has for it. */
    static final class NoFileException extends Exception {
        private static final long serialVersionUID = 1;

        NoFileException(String message) {
            super(message, null, false, false);
        }
    }

    private final Path root;

    HostFiles(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    boolean exists(String path) {
        try {
            find(path);
            return true;
        } catch (NoFileException e) {
            return false;
        }
    }

    /** Whether root could run the file: it is not a folder, and somebody may execute it. */
    boolean isExecutable(String path) {
        try {
            Path file = find(path);
            return !Files.isDirectory(file) && mayExecute(file);
        } catch (NoFileException e) {
            return false;
        }
    }

    private static boolean mayExecute(Path file) {
        try {
            for (PosixFilePermission permission : Files.getPosixFilePermissions(file)) {
                if (EXECUTE.contains(permission)) {
                    return true;
                }
            }
            return false;
        } catch (UnsupportedOperationException | IOException e) {
            return Files.isExecutable(file);
        }
    }

    /** The file that an absolute path of the host leads to, which has no link in it any more. */
    Path find(String path) throws NoFileException {
        Deque<String> names = new ArrayDeque<>(GoPath.parts(path));
        Path at = root;
        int links = 0;
        while (!names.isEmpty()) {
            String name = names.pop();
            requireDirectory(at);
            if (name.equals("..")) {
                at = at.equals(root) ? root : parent(at);
            } else if (!name.equals(".")) {
                Path next = child(at, name);
                if (Files.isSymbolicLink(next)) {
                    if (++links > MAX_LINKS) {
                        throw new NoFileException("too many levels of symbolic links");
                    }
                    at = follow(next, at, names);
                } else {
                    at = next;
                }
            }
        }
        requireExisting(at, path);
        return at;
    }

    private static Path parent(Path path) {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }

    private static Path child(Path folder, String name) throws NoFileException {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException e) {
            throw new NoFileException("invalid argument");
        }
    }

    /** Puts what a link says before what is left of the path; the folder to go on from is the answer. */
    private Path follow(Path link, Path folder, Deque<String> names) throws NoFileException {
        try {
            String target = Files.readSymbolicLink(link).toString();
            List<String> parts = GoPath.parts(target);
            for (int i = parts.size() - 1; i >= 0; i--) {
                names.push(parts.get(i));
            }
            return GoPath.isAbsolute(target) ? root : folder;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static void requireDirectory(Path path) throws NoFileException {
        if (!attributes(path).isDirectory()) {
            throw new NoFileException("not a directory");
        }
    }

    private static void requireExisting(Path file, String path) throws NoFileException {
        boolean directory = attributes(file).isDirectory();
        if (path.endsWith("/") && !directory) {
            throw new NoFileException("not a directory");
        }
    }

    private static BasicFileAttributes attributes(Path path) throws NoFileException {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static NoFileException failure(IOException e) {
        boolean denied = e instanceof AccessDeniedException;
        return new NoFileException(denied ? "permission denied" : "no such file or directory");
    }
}
