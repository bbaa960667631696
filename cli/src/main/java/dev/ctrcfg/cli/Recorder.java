// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.model.ConfigKeys;
import dev.ctrcfg.model.CriLayout;
import dev.ctrcfg.record.FileRecord;
import dev.ctrcfg.record.PatchRecord;
import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlValue;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
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

    /**
     * {@return a file without runtimes that recorded patches made: exactly what they wrote goes, and the default runtime
     * is the former one again if it was one of these}
     *
     * @param path the file
     * @param document what it holds
     * @param handlers the names of the runtimes
     */
    TomlDocument without(Path path, TomlDocument document, List<String> handlers) throws CommandFailure {
        Optional<FileRecord> known = file.readIfThere().file(HostRoot.onHost(root, path));
        Optional<ConfigVersion> version = ConfigKeys.versionOf(document.root());
        if (known.isEmpty() || version.isEmpty()) {
            return document;
        }
        CriLayout layout = CriLayout.of(version.get());
        Key name = layout.runtimes().parent().child("default_runtime_name");
        TomlDocument without = document;
        for (String handler : handlers) {
            boolean isDefault = without.find(name).equals(Optional.of(TomlValue.of(handler)));
            without = known.get()
                    .revert(without, layout.runtimes().child(handler))
                    .document();
            without = isDefault ? known.get().revert(without, name).document() : without;
        }
        return without;
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
