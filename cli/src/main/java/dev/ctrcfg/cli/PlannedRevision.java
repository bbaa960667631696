// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.diff.Change;
import dev.ctrcfg.record.FileRecord;
import dev.ctrcfg.toml.Redaction;
import dev.ctrcfg.toml.Span;
import dev.ctrcfg.toml.TextEdit;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.UnifiedDiff;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a plan makes of a file, if that still holds what the plan was made for.
 *
 * @param name what messages call the file
 * @param before what the file holds; empty if there is none
 * @param after what it shall hold
 * @param recorder what records the change; empty if nothing does
 */
record PlannedRevision(String name, Optional<TomlDocument> before, TomlDocument after, Optional<Recorder> recorder)
        implements DocumentRevision {

    boolean changes() {
        return before.isEmpty() || !before.get().equals(after);
    }

    @Override
    public byte[] revise(Optional<byte[]> content) throws IOException {
        boolean same = content.isPresent() == before.isPresent()
                && (content.isEmpty()
                        || Arrays.equals(content.get(), before.get().bytes()));
        if (!same) {
            throw new FileSystemException(name, null, "changed since it was read");
        }
        return after.bytes();
    }

    @Override
    public String diff(String newName, Redaction hidden) {
        TomlDocument old = before.orElse(TomlDocument.parse(""));
        List<TextEdit> whole = List.of(new TextEdit(new Span(0, old.length()), after.text()));
        return changes() ? UnifiedDiff.of(name, newName, old, whole, hidden) : "";
    }

    @Override
    public void rolledBack() throws CommandFailure {
        if (recorder.isPresent()) {
            recorder.get().forget();
        }
    }

    @Override
    public void addTo(TomlTable.Builder report, Redaction hidden) {
        new PatchReport(hidden).addTo(report, differences(), List.of());
    }

    /** What it changes, by meaning. */
    List<Change> differences() {
        return FileRecord.changed(name, before.orElse(TomlDocument.parse("")), after)
                .changes();
    }
}
