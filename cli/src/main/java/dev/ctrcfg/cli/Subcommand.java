// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.cli.command.CommandTable;
import dev.ctrcfg.cli.command.UsageException;

/** A command below {@code ctrcfg}. */
interface Subcommand {

    /** {@return what its command lines look like} */
    CommandTable table();

    /**
     * Does what a command line says.
     *
     * @param arguments the command line
     * @param console the streams
     * @return the exit code
     * @throws CommandFailure if it cannot, for a reason that its user can mend
     * @throws UsageException if the command line says things that do not go together
     */
    int run(Arguments arguments, Console console) throws CommandFailure, UsageException;
}
