// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.io;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What an update made of a file.
 *
 * @param outcome whether the file was touched
 * @param before what the file held; empty if there was none
 * @param after what it holds now; empty if there is none any more
 * @param backup where the old content is kept; empty if it is not
 */
public record Update(WriteOutcome outcome, Optional<byte[]> before, Optional<byte[]> after, Optional<Path> backup) {

    /** {@return whether the file was touched} */
    public boolean changed() {
        return outcome == WriteOutcome.WRITTEN;
    }
}
