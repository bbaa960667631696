// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

/** What the process tells its caller; the same for every command. */
final class ExitCode {

    /** Done, or nothing to do. */
    static final int OK = 0;

    /** Something was found, or would change. */
    static final int FOUND = 1;

    /** The command could not do its work. */
    static final int TROUBLE = 2;

    private ExitCode() {}
}
