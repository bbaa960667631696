// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;

/**
 * The files of a host whose file system is mounted somewhere: paths and symbolic links are followed as the host would,
 * so that neither leaves the mount.
 */
public final class HostFiles {

    /** Linux follows this many links before it gives up. */
    private static final int MAX_LINKS = 40;

    private static final Set<PosixFilePermission> EXECUTE = EnumSet.of(
            PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);

    private final Path root;

    private HostFiles(Path root) {
        this.root = root;
    }

    /**
     * {@return the files of a host}
     *
     * @param root the directory where its file system is mounted; {@code /} for this host
     */
    public static HostFiles below(Path root) {
        return new HostFiles(root.toAbsolutePath().normalize());
    }

    /** {@return the directory where the host's file system is mounted, absolute} */
    public Path root() {
        return root;
    }

    /**
     * {@return whether there is a file or directory that can be reached}
     *
     * @param path an absolute path of the host
     */
    public boolean exists(String path) {
        try {
            find(path);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * {@return whether root could run a file: it is no directory, and somebody may execute it}
     *
     * @param path an absolute path of the host
     */
    public boolean isExecutable(String path) {
        try {
            Path file = find(path);
            return !Files.isDirectory(file) && mayExecute(file);
        } catch (IOException e) {
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

    /**
     * {@return the file that a path of the host leads to: a path of this process, without a link below the mount}
     *
     * @param path an absolute path of the host; {@code ..} at its root stays there
     * @throws FileSystemException if it leads nowhere; the file is the path as given, the reason the one that Linux has
     */
    public Path find(String path) throws FileSystemException {
        Path found = place(path);
        boolean directory = found.equals(root) || attributes(found, path).isDirectory();
        if (path.endsWith("/") && !directory) {
            throw new FileSystemException(path, null, "not a directory");
        }
        return found;
    }

    /**
     * {@return where a path of the host leads to, whether or not there is a file: a path of this process, without a link
     * below the mount}
     *
     * @param path an absolute path of the host; {@code ..} at its root stays there
     * @throws FileSystemException if a directory on the way is missing; the file is the path as given, the reason the
     *     one that Linux has
     */
    public Path place(String path) throws FileSystemException {
        Deque<String> names = new ArrayDeque<>();
        pushNames(path, names);
        Path at = root;
        int links = 0;
        while (!names.isEmpty()) {
            String name = names.pop();
            requireDirectory(at, path);
            if (name.equals("..")) {
                at = at.equals(root) ? root : parent(at);
            } else if (!name.equals(".")) {
                Path next = child(at, name, path);
                if (Files.isSymbolicLink(next)) {
                    if (++links > MAX_LINKS) {
                        throw new FileSystemException(path, null, "too many levels of symbolic links");
                    }
                    at = follow(next, path, names) ? root : at;
                } else {
                    at = next;
                }
            }
        }
        return at;
    }

    /** The mount itself may be named by a link, as that of another mount namespace is. */
    private void requireDirectory(Path at, String asked) throws FileSystemException {
        boolean directory =
                at.equals(root) ? Files.isDirectory(at) : attributes(at, asked).isDirectory();
        if (!directory) {
            boolean missing = at.equals(root) && Files.notExists(at);
            throw new FileSystemException(asked, null, missing ? "no such file or directory" : "not a directory");
        }
    }

    private static Path parent(Path path) {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }

    private static Path child(Path folder, String name, String asked) throws FileSystemException {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException e) {
            throw failure(asked, "invalid argument", e);
        }
    }

    /** Puts what a link says before what is left of the path; the answer is whether to go on from the root. */
    private static boolean follow(Path link, String asked, Deque<String> names) throws FileSystemException {
        try {
            String target = Files.readSymbolicLink(link).toString();
            pushNames(target, names);
            return target.startsWith("/");
        } catch (IOException e) {
            throw failure(asked, e);
        }
    }

    /** Puts the names between the slashes of a path before what is there, the first one on top. */
    private static void pushNames(String path, Deque<String> names) {
        int end = path.length();
        while (end > 0) {
            int slash = path.lastIndexOf('/', end - 1);
            if (slash + 1 < end) {
                names.push(path.substring(slash + 1, end));
            }
            end = slash;
        }
    }

    private static BasicFileAttributes attributes(Path path, String asked) throws FileSystemException {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw failure(asked, e);
        }
    }

    private static FileSystemException failure(String asked, IOException e) {
        if (e instanceof AccessDeniedException) {
            return failure(asked, "permission denied", e);
        }
        FileSystemException missing = new NoSuchFileException(asked, null, "no such file or directory");
        missing.initCause(e);
        return missing;
    }

    private static FileSystemException failure(String asked, String reason, Exception cause) {
        FileSystemException failure = new FileSystemException(asked, null, reason);
        failure.initCause(cause);
        return failure;
    }
}
