// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.diff.Change;
import dev.ctrcfg.io.ConfigFile;
import dev.ctrcfg.io.Template;
import dev.ctrcfg.record.FileRecord;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlSyntaxException;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is left of recorded patches in a file.
 *
 * @param path the file
 * @param changes how many keys the patches changed
 * @param lost those that have another value by now
 * @param remark what stands against reading the file; empty if nothing does
 */
record RecordState(Path path, int changes, List<Key> lost, Optional<String> remark) {

    static RecordState of(FileRecord record, Path path) {
        List<Change> changes = record.changes();
        List<Key> lost = new ArrayList<>();
        try {
            TomlDocument document = read(path);
            for (Change change : changes) {
                Optional<TomlValue> left = change.after().map(Change.Side::value);
                if (!document.find(change.key()).equals(left)) {
                    lost.add(change.key());
                }
            }
            return new RecordState(path, changes.size(), lost, Optional.empty());
        } catch (IOException e) {
            return new RecordState(path, changes.size(), lost, Optional.of("cannot be read"));
        } catch (TomlSyntaxException e) {
            return new RecordState(path, changes.size(), lost, Optional.of("is not TOML"));
        }
    }

    private static TomlDocument read(Path path) throws IOException {
        byte[] content = ConfigFile.read(path).content();
        String name = path.toString();
        boolean template = Template.isTemplate(name, content);
        return TomlDocument.parse(template ? Template.of(name, content).readable() : content);
    }

    boolean isInEffect() {
        return remark.isEmpty() && lost.isEmpty();
    }

    String state() {
        if (remark.isPresent()) {
            return remark.get();
        }
        return lost.isEmpty() ? "in effect" : changes - lost.size() + " of " + changes + " changes in effect";
    }

    TomlTable table(String record) {
        List<TomlValue> keys = new ArrayList<>();
        for (Key key : lost) {
            keys.add(TomlValue.of(key.toString()));
        }
        TomlTable.Builder table = TomlTable.builder()
                .put("record", record)
                .put("file", path.toString())
                .put("in_effect", isInEffect())
                .put("changes", changes)
                .put("lost", new TomlArray(keys));
        remark.ifPresent(text -> table.put("remark", text));
        return table.build();
    }
}
