// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.diff.Change;
import dev.ctrcfg.toml.Redaction;
import dev.ctrcfg.toml.TomlTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a main file and of a drop-in, told of as one.
 *
 * @param main the main file
 * @param importing what becomes of the main file
 * @param dropIn what becomes of the drop-in
 */
record DropInRevision(Input main, PlannedRevision importing, PlannedRevision dropIn) implements DocumentRevision {

    /** The one that is written last, and that reports are about: the main file, unless it stays as it is. */
    PlannedRevision last() {
        return importing.changes() ? importing : dropIn;
    }

    boolean changes() {
        return importing.changes() || dropIn.changes();
    }

    @Override
    public byte[] revise(Optional<byte[]> content) throws IOException {
        return last().revise(content);
    }

    @Override
    public String diff(String newName, Redaction hidden) {
        return dropIn.diff(dropIn.name(), hidden) + main.shown(importing.diff(importing.name(), hidden));
    }

    @Override
    public void addTo(TomlTable.Builder report, Redaction hidden) {
        List<Change> changes = new ArrayList<>(importing.differences());
        changes.addAll(dropIn.differences());
        new PatchReport(hidden).addTo(report, changes, List.of());
    }

    @Override
    public void rolledBack() throws CommandFailure {
        last().rolledBack();
    }
}
