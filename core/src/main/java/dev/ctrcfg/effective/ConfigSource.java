// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import java.io.IOException;
import java.util.List;

/** Where configuration files come from. */
public interface ConfigSource {

    /** {@return a source without files, for a text that imports nothing} */
    static ConfigSource none() {
        return new NoFiles();
    }

    /**
     * {@return the bytes of a file}
     *
     * @param path an absolute path, or one relative to {@link #workingDirectory()}
     * @throws java.nio.file.NoSuchFileException if there is no such file
     * @throws IOException if it is a directory or cannot be read
     */
    byte[] read(String path) throws IOException;

    /**
     * {@return the names of the files and directories in a directory, in any order, without {@code .} and {@code ..}}
     *
     * @param directory an absolute path, or one relative to {@link #workingDirectory()}
     * @throws IOException if there is no such directory or it cannot be read
     */
    List<String> list(String directory) throws IOException;

    /** {@return the absolute path of the directory that relative paths start from} */
    String workingDirectory();

    /**
     * {@return whether these are the files that the daemon itself would find}
     *
     * <p>If they are, a file that the configuration names and that is not there, such as a base specification, is one that
     * the daemon does not find either. Otherwise nothing is said about such files.
     */
    default boolean isHost() {
        return false;
    }
}
