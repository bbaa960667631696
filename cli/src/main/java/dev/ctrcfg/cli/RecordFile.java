// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.io.ConfigFile;
import dev.ctrcfg.io.WriteOptions;
import dev.ctrcfg.record.PatchRecord;
import dev.ctrcfg.record.RecordFormatException;
import dev.ctrcfg.toml.Span;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A file with a record. It may hold what is secret in the files that it is about, so its owner alone may read it. */
final class RecordFile {

    private final Path path;

    RecordFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** What messages call it. */
    String name() {
        return path.toString();
    }

    /** {@return the record; one without files if there is no such file or nothing in it} */
    PatchRecord readIfThere() throws CommandFailure {
        try {
            return read();
        } catch (NoSuchFileException e) {
            return PatchRecord.EMPTY;
        } catch (IOException e) {
            throw CommandFailure.of(name(), e);
        }
    }

    /** {@return the record, which has to be there} */
    PatchRecord require() throws CommandFailure {
        try {
            return read();
        } catch (IOException e) {
            throw CommandFailure.of(name(), e);
        }
    }

    private PatchRecord read() throws IOException, CommandFailure {
        byte[] content = ConfigFile.read(path).content();
        return content.length == 0 ? PatchRecord.EMPTY : parse(content);
    }

    private PatchRecord parse(byte[] content) throws CommandFailure {
        try {
            TomlDocument document = TomlDocument.parse(content);
            try {
                return PatchRecord.read(document);
            } catch (RecordFormatException e) {
                Span place = e.span().orElse(new Span(0, 0));
                throw CommandFailure.of(document.render(name(), place, String.valueOf(e.getMessage())));
            }
        } catch (TomlSyntaxException e) {
            throw CommandFailure.of(name(), e);
        }
    }

    /** Keeps a record; without a file in it, there need be none. */
    void write(PatchRecord record) throws CommandFailure {
        try {
            if (record.isEmpty()) {
                delete();
            } else {
                requireDirectory();
                byte[] content = record.document().bytes();
                ConfigFile.update(path, WriteOptions.DEFAULT.forOwnerOnly(), before -> content);
            }
        } catch (IOException e) {
            throw CommandFailure.of(name(), e);
        }
    }

    private void delete() throws IOException {
        Optional<byte[]> content = content();
        if (content.isPresent()) {
            ConfigFile.delete(path, WriteOptions.DEFAULT, content.get());
        }
    }

    private Optional<byte[]> content() throws IOException {
        try {
            return Optional.of(ConfigFile.read(path).content());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private void requireDirectory() throws IOException {
        Path parent = path.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new NoSuchFileException(name(), null, "its directory does not exist");
        }
    }
}
