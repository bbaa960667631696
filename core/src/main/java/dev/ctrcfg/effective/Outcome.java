// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

/** What becomes of the daemon, from good to bad. */
public enum Outcome {
    /** It starts, and the CRI plugin with it unless the configuration disables that. */
    LOADS,
    /** It starts without its CRI plugin: pods fail, {@code ctr} works. */
    CRI_NOT_LOADED,
    /** It ends with an error message and exit code 1. */
    EXITS,
    /** It ends with a stack trace of Go and exit code 2. */
    PANICS
}
