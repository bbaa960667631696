// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.io;

/** What became of a file that was to be written. */
public enum WriteOutcome {
    /** The file has the new content, which differs from what was there. */
    WRITTEN,
    /** The file had that content already and was not touched. */
    UNCHANGED
}
