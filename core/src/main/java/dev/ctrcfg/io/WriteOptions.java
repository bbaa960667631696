// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.io;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a file is written.
 *
 * @param method how the new content takes the place of the old
 * @param backups how many former contents are kept, from 0; writing in place keeps at least one
 * @param backupDirectory where they are kept; beside the file if empty
 * @param patience how long to wait for another process that changes the file
 * @param forOwner whether a file that is made may be read and written by its owner alone; otherwise the system decides. A
 *     file that is there keeps its mode
 */
public record WriteOptions(
        Method method, int backups, Optional<Path> backupDirectory, Duration patience, boolean forOwner) {

    /** How new content takes the place of old. */
    public enum Method {
        /** By renaming a finished file: all at once, or not at all. */
        RENAME,
        /**
         * By renaming; where that is impossible because the file is mounted by itself, as containers mount single files,
         * by writing into it after a backup. A process killed while it writes leaves a mixture of old and new.
         */
        IN_PLACE_IF_MOUNTED
    }

    /** By renaming, without backups, waiting for a minute. */
    public static final WriteOptions DEFAULT =
            new WriteOptions(Method.RENAME, 0, Optional.empty(), Duration.ofMinutes(1), false);

    /** Refuses a negative number of backups with {@link IllegalArgumentException}. */
    public WriteOptions {
        if (backups < 0) {
            throw new IllegalArgumentException("a negative number of backups: " + backups);
        }
    }

    boolean allowsInPlace() {
        return method == Method.IN_PLACE_IF_MOUNTED;
    }

    /**
     * {@return these options with another method}
     *
     * @param other the method
     */
    public WriteOptions with(Method other) {
        return new WriteOptions(other, backups, backupDirectory, patience, forOwner);
    }

    /**
     * {@return these options with another number of backups}
     *
     * @param count how many former contents are kept, from 0
     */
    public WriteOptions withBackups(int count) {
        return new WriteOptions(method, count, backupDirectory, patience, forOwner);
    }

    /**
     * {@return these options with another place for backups}
     *
     * @param directory an existing directory
     */
    public WriteOptions withBackupsIn(Path directory) {
        return new WriteOptions(method, backups, Optional.of(directory), patience, forOwner);
    }

    /**
     * {@return these options with another time to wait}
     *
     * @param time how long to wait for another process that changes the file
     */
    public WriteOptions withPatience(Duration time) {
        return new WriteOptions(method, backups, backupDirectory, time, forOwner);
    }

    /** {@return these options, by which nobody but its owner may read or write a file that is made} */
    public WriteOptions forOwnerOnly() {
        return new WriteOptions(method, backups, backupDirectory, patience, true);
    }
}
