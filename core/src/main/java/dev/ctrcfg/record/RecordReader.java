// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.record;

import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.Span;
import dev.ctrcfg.toml.TextEdit;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlBoolean;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlInteger;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlSyntaxException;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads records, and refuses what does not fit together. */
final class RecordReader {

    private final TomlDocument document;

    RecordReader(TomlDocument document) {
        this.document = document;
    }

    PatchRecord read() {
        Key format = Key.of(RecordWriter.FORMAT);
        if (integer(format) != RecordWriter.VERSION) {
            throw refused(
                    format,
                    "this is a record of format " + integer(format) + ", and " + RecordWriter.VERSION
                            + " is the newest that is known");
        }
        List<FileRecord> files = new ArrayList<>();
        Key all = Key.of(RecordWriter.FILE);
        for (int i = 0; i < count(all); i++) {
            files.add(file(all.child(i)));
        }
        return new PatchRecord(files);
    }

    private FileRecord file(Key key) {
        Key before = key.child(RecordWriter.BEFORE);
        boolean created = value(key.child(RecordWriter.CREATED), "a boolean") instanceof TomlBoolean is && is.value();
        TomlDocument old = document(before, string(before));
        return FileRecord.of(string(key.child(RecordWriter.PATH)), created, old, after(key, old));
    }

    private TomlDocument after(Key key, TomlDocument before) {
        List<TextEdit> edits = new ArrayList<>();
        Key all = key.child(RecordWriter.EDIT);
        for (int i = 0; i < count(all); i++) {
            Key edit = all.child(i);
            edits.add(new TextEdit(span(edit, before.length()), string(edit.child(RecordWriter.TEXT))));
        }
        try {
            return before.apply(edits);
        } catch (TomlSyntaxException | IllegalArgumentException e) {
            throw refused(key, "the edits do not fit the text");
        }
    }

    private Span span(Key edit, int length) {
        long start = integer(edit.child(RecordWriter.START));
        long end = integer(edit.child(RecordWriter.END));
        if (start < 0 || end < start || end > length) {
            throw refused(edit, "the edit leads beyond the text");
        }
        return new Span((int) start, (int) end);
    }

    private TomlDocument document(Key key, String text) {
        try {
            return TomlDocument.parse(text, RecordWriter.OPTIONS);
        } catch (TomlSyntaxException e) {
            throw refused(key, "the text is not TOML");
        }
    }

    private int count(Key key) {
        Optional<TomlValue> value = document.find(key);
        if (value.isEmpty()) {
            return 0;
        }
        if (value.get() instanceof TomlArray array) {
            return array.size();
        }
        throw refused(key, key + " is not an array of tables");
    }

    private long integer(Key key) {
        if (value(key, "an integer") instanceof TomlInteger integer) {
            return integer.value();
        }
        throw refused(key, key + " is not an integer");
    }

    private String string(Key key) {
        if (value(key, "a string") instanceof TomlString string) {
            return string.value();
        }
        throw refused(key, key + " is not a string");
    }

    private TomlValue value(Key key, String what) {
        Optional<TomlValue> value = document.find(key);
        if (value.isEmpty()) {
            throw new RecordFormatException(Optional.empty(), "not a record: it lacks " + key + ", " + what);
        }
        return value.get();
    }

    private RecordFormatException refused(Key key, String message) {
        return new RecordFormatException(document.spanOf(key), "not a usable record: " + message);
    }
}
