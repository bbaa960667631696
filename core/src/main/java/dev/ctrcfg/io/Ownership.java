// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Map;

/**
 * Who may do what with a file, as far as it outlives the file's replacement.
 *
 * <p>Numbers, not names: a container that edits the node's file need not know the node's users.
 *
 * @param mode the permission bits, with set-user-ID, set-group-ID and sticky; -1 if they are left to the system
 * @param uid the owner
 * @param gid the group
 */
record Ownership(int mode, int uid, int gid) {

    /** A file that did not exist gets what the system gives it. */
    static final Ownership OF_NEW_FILE = new Ownership(-1, -1, -1);

    /** For files that are nobody else's business. */
    static final FileAttribute<?> PRIVATE = PosixFilePermissions.asFileAttribute(
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));

    private static final int PERMISSION_BITS = 07777;

    static Ownership of(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return OF_NEW_FILE;
        }
        Map<String, Object> found = Files.readAttributes(file, "unix:mode,uid,gid");
        return new Ownership(number(found, "mode") & PERMISSION_BITS, number(found, "uid"), number(found, "gid"));
    }

    private static int number(Map<String, Object> attributes, String name) {
        return attributes.get(name) instanceof Integer number ? number : -1;
    }

    /** Gives these to a file; the mode comes last, because a change of owner clears some of its bits. */
    void applyTo(Path file) throws IOException {
        if (mode < 0) {
            return;
        }
        Ownership own = of(file);
        // Only root may give a file away, so nothing is asked for that is so already.
        if (own.uid != uid) {
            Files.setAttribute(file, "unix:uid", uid);
        }
        if (own.gid != gid) {
            Files.setAttribute(file, "unix:gid", gid);
        }
        Files.setAttribute(file, "unix:mode", mode);
    }
}
