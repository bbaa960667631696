// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.record;

import dev.ctrcfg.toml.TomlDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What patches changed in files, as a document that can be kept.
 *
 * @param files the files, each path once
 */
public record PatchRecord(List<FileRecord> files) {

    /** The record without a file. */
    public static final PatchRecord EMPTY = new PatchRecord(List.of());

    /** Copies the list. */
    public PatchRecord {
        files = List.copyOf(files);
    }

    /**
     * {@return the record that a document holds}
     *
     * @param document the document
     * @throws RecordFormatException if it is no record, or one of a later format; the message says what is amiss
     */
    public static PatchRecord read(TomlDocument document) {
        return new RecordReader(document).read();
    }

    /** {@return the document that holds this record} */
    public TomlDocument document() {
        return RecordWriter.write(this);
    }

    /**
     * {@return what is recorded of a file}
     *
     * @param path the path of the file
     */
    public Optional<FileRecord> file(String path) {
        for (FileRecord file : files) {
            if (file.path().equals(path)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /**
     * {@return the record with one more file, or with another account of one; without it if the patches amount to
     * nothing}
     *
     * @param file what is to be recorded
     */
    public PatchRecord with(FileRecord file) {
        List<FileRecord> changed = new ArrayList<>();
        boolean there = false;
        for (FileRecord each : files) {
            there |= each.path().equals(file.path());
            changed.add(each.path().equals(file.path()) ? file : each);
        }
        if (!there) {
            changed.add(file);
        }
        return file.isEmpty() ? without(file.path()) : new PatchRecord(changed);
    }

    /**
     * {@return the record without a file}
     *
     * @param path the path of the file
     */
    public PatchRecord without(String path) {
        List<FileRecord> others = new ArrayList<>();
        for (FileRecord each : files) {
            if (!each.path().equals(path)) {
                others.add(each);
            }
        }
        return new PatchRecord(others);
    }

    /** {@return whether no file is recorded} */
    public boolean isEmpty() {
        return files.isEmpty();
    }
}
