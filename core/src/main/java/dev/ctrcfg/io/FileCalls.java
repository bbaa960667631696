// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The calls to the file system that a write consists of; each can fail on its own. */
interface FileCalls {

    /** What a path is, links not followed. */
    enum Kind {
        MISSING,
        FILE,
        DIRECTORY,
        LINK,
        OTHER
    }

    Kind kind(Path path) throws IOException;

    /** What a symbolic link says. */
    Path linkTarget(Path link) throws IOException;

    byte[] read(Path file) throws IOException;

    /** Whether this process may write into a file. */
    boolean mayWrite(Path file) throws IOException;

    Ownership ownership(Path file) throws IOException;

    /** Gives a file an owner, a group and a mode. */
    void own(Path file, Ownership ownership) throws IOException;

    /** Makes an empty file where nothing is yet, not even a dangling link; for its owner alone, or as the system does. */
    void create(Path file, boolean forOwner) throws IOException;

    /** Makes a file with content and all attributes of another, where nothing is yet, not even a dangling link. */
    void copy(Path from, Path to) throws IOException;

    /** Opens a file whose content is dropped. */
    Output rewrite(Path file) throws IOException;

    /** Opens a file whose content stays until it is written over. */
    InPlaceOutput overwrite(Path file) throws IOException;

    void rename(Path from, Path to) throws IOException;

    void delete(Path file) throws IOException;

    /** The names in a directory that start with a text. */
    List<String> list(Path directory, String start) throws IOException;

    /** Makes renames in a directory survive a power cut. */
    void sync(Path directory) throws IOException;

    /** Opens a lock, making its file if there is none; a link is refused. */
    Lock lock(Path file) throws IOException;

    /** Whether something is mounted right at a path. */
    boolean isMounted(Path file);

    /** An open file. */
    interface Output extends Closeable {

        void write(byte[] content) throws IOException;

        /** Makes the content survive a power cut. */
        void sync() throws IOException;
    }

    /** An open file that is written to at any place. */
    interface InPlaceOutput extends Closeable {

        void writeAt(int position, byte[] content, int from, int to) throws IOException;

        void truncate(int length) throws IOException;

        void sync() throws IOException;
    }

    /** A lock that other processes heed. */
    interface Lock extends Closeable {

        /** Takes the lock if nobody has it, which the answer says. */
        boolean tryLock() throws IOException;
    }
}
