// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What shall become of a file's content. It is asked again if somebody else changes the file meanwhile, so it must work
 * on what it is given.
 *
 * @param <E> what it throws if it cannot be done; the file is then left alone
 */
public interface Revision<E extends Exception> {

    /**
     * {@return what the file shall hold; the same bytes if nothing is to be done}
     *
     * @param before what the file holds; empty if there is none
     * @throws IOException if something else cannot be read
     * @throws E if it cannot be done
     */
    byte[] revise(Optional<byte[]> before) throws IOException, E;

    /**
     * Looks at the finished file before it takes the place of the old one; by default, nothing is looked at.
     *
     * @param candidate a file in the same directory with the new content
     * @throws IOException if it cannot be looked at
     * @throws E if it must not take the place
     */
    default void verify(Path candidate) throws IOException, E {}

    /**
     * Does what has to be done before the file changes, such as recording it; by default, nothing. It is called under the
     * lock, for the latest revision, and once more if that has to be made anew.
     *
     * @throws IOException if it cannot be done
     * @throws E if the file must not be written
     */
    default void beforeWrite() throws IOException, E {}
}
