// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli.command;

/** Thrown when a command line does not say what to do; the message says why, in one line. */
public final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what is wrong, in lower case and without a period
     */
    public UsageException(String message) {
        super(message);
    }
}
