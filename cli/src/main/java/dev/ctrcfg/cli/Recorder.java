// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.record.FileRecord;
import dev.ctrcfg.record.PatchRecord;
import dev.ctrcfg.toml.TomlDocument;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records what a command does to files, before it does it. */
final class Recorder {

    private final RecordFile file;
    private final Path root;
    private final Map<String, FileRecord> changed = new LinkedHashMap<>();
    private @Nullable PatchRecord found;

    /**
     * Makes one.
     *
     * @param record the file with the record
     * @param root where the host is mounted that the files belong to
     */
    Recorder(Path record, Path root) {
        this.file = new RecordFile(record);
        this.root = root;
    }

    /**
     * Records that a file gets other content. Where it fails, nothing may be done to the file. Of several calls for one
     * file the last one counts.
     *
     * @param path the file
     * @param before what it holds; empty if there is no such file
     * @param after what it is about to hold
     */
    void record(Path path, Optional<TomlDocument> before, TomlDocument after) throws CommandFailure {
        if (before.isPresent() && before.get().equals(after)) {
            return;
        }
        PatchRecord record = found == null ? file.readIfThere() : found;
        found = record;
        String name = HostRoot.onHost(root, path);
        changed.put(name, entry(record.file(name), name, before, after));
        for (FileRecord each : changed.values()) {
            record = record.with(each);
        }
        file.write(record);
    }

    /** Brings the record back to what it was. */
    void forget() throws CommandFailure {
        if (found != null) {
            file.write(found);
        }
    }

    private static FileRecord entry(
            Optional<FileRecord> known, String name, Optional<TomlDocument> before, TomlDocument after) {
        if (before.isEmpty()) {
            return FileRecord.created(name, after);
        }
        return known.isPresent()
                ? known.get().extended(before.get(), after)
                : FileRecord.changed(name, before.get(), after);
    }
}
