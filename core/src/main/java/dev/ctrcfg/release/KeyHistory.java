// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

import java.util.Optional;

/**
 * The releases that have a setting at one place. A setting that moved has a history at each of its places.
 *
 * @param since the first release that has it; 1.2.0 stands for that or an earlier one
 * @param last the last line that has it
 */
public record KeyHistory(ContainerdRelease since, ReleaseLine last) {

    /** {@return the first line without the setting, if it was removed} */
    public Optional<ReleaseLine> removedIn() {
        return last.next();
    }
}
