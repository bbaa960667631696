// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.io.Revision;
import dev.ctrcfg.toml.Redaction;
import dev.ctrcfg.toml.TomlTable;

/** A revision that can say what it did the last time it was asked. */
interface DocumentRevision extends Revision<CommandFailure> {

    /**
     * {@return what it changed, as a unified diff; empty if it changed nothing}
     *
     * @param newName the name of the result
     * @param redaction what is not to be shown
     */
    String diff(String newName, Redaction redaction);

    /**
     * Adds what it changed and what there is to say about it to a report for programs.
     *
     * @param report the report
     * @param redaction what is not to be shown
     */
    void addTo(TomlTable.Builder report, Redaction redaction);

    /**
     * Takes back what goes with the change, because the file has its old content again.
     *
     * @throws CommandFailure if it cannot
     */
    default void rolledBack() throws CommandFailure {}
}
