// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.io.ConfigFile;
import dev.ctrcfg.io.Template;
import dev.ctrcfg.record.FileRecord;
import dev.ctrcfg.record.Reversal;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlSyntaxException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** One file on its way back. */
final class Reverting {

    private final FileRecord record;
    private final Path path;
    private final byte[] found;
    private final Template template;
    private final TomlDocument document;
    private final Reversal reversal;

    private Reverting(FileRecord record, Path path, byte[] found) throws CommandFailure {
        this.record = record;
        this.path = path;
        this.found = found;
        template = Template.of(path.toString(), found);
        try {
            boolean rendered = Template.isTemplate(path.toString(), found);
            document = TomlDocument.parse(rendered ? template.readable() : found);
        } catch (TomlSyntaxException e) {
            throw CommandFailure.of(path.toString(), e);
        }
        reversal = record.revert(document);
    }

    /** {@return the file as it is now, on its way; empty if there is none any more} */
    static Optional<Reverting> of(FileRecord record, Path path) throws CommandFailure {
        try {
            return Optional.of(new Reverting(record, path, ConfigFile.read(path).content()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw CommandFailure.of(path.toString(), e);
        }
    }

    Path path() {
        return path;
    }

    TomlDocument document() {
        return document;
    }

    Reversal reversal() {
        return reversal;
    }

    boolean wasCreated() {
        return record.created();
    }

    /** Whether nothing is left of a file that ctrcfg made. */
    boolean leavesNothing() {
        return record.created() && reversal.leavesNothing();
    }

    /** {@return the bytes that the file shall hold} */
    byte[] content() {
        return Template.isTemplate(path.toString(), found)
                ? template.restore(reversal.edits())
                : reversal.document().bytes();
    }

    /** {@return a difference of the documents with the lines of a template as they are} */
    String shown(String difference) {
        return template.restore(difference);
    }

    /** Takes the changes back, or deletes the file. */
    void write(FileWriting writing, boolean deletes) throws CommandFailure {
        if (deletes) {
            writing.delete(path, found);
        } else if (reversal.changed()) {
            writing.add(path, this::revise);
        }
    }

    private byte[] revise(Optional<byte[]> before) throws IOException {
        if (before.isEmpty() || !Arrays.equals(before.get(), found)) {
            throw new FileSystemException(path.toString(), null, "changed since it was read");
        }
        return content();
    }
}
