// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.KeySchema;
import dev.ctrcfg.release.SchemaLevel;
import dev.ctrcfg.release.UnknownKeys;
import dev.ctrcfg.toml.SyntaxError;
import dev.ctrcfg.toml.TomlDialect;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlOptions;
import dev.ctrcfg.toml.TomlSyntaxException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads one file and decodes it, but for the tables of plugins. */
final class FileLoader {

    private final ContainerdRelease release;
    private final ConfigSource source;
    private final Remarks remarks;
    private final SyntaxRefusals refusals;
    private final List<SourceFile> files = new ArrayList<>();

    FileLoader(ContainerdRelease release, ConfigSource source, Remarks remarks) {
        this.release = release;
        this.source = source;
        this.remarks = remarks;
        this.refusals = new SyntaxRefusals(release);
    }

    List<SourceFile> files() {
        return files;
    }

    /**
     * Reads a file.
     *
     * @throws Refusal if containerd refuses it
     * @throws MissingFileException if there is none
     */
    LoadedFile load(String path) throws MissingFileException {
        SourceFile known = source instanceof TextInHand text ? text.file(path) : null;
        SourceFile file = known == null ? parse(path, read(path)) : known;
        accept(file);
        StructDecoder decoder = StructDecoder.ofFile(release);
        SchemaLevel top =
                KeySchema.of(release).section(KeySchema.TOP_LEVEL).orElseThrow().root();
        Branch config = decoder.decode(top, null, file.tree());
        UnknownTopLevelKeys unknown = new UnknownTopLevelKeys(file, remarks);
        unknown.report(decoder.unknown(), release.unknownKeys() == UnknownKeys.WARNED);
        return new LoadedFile(file, config);
    }

    private byte[] read(String path) throws MissingFileException {
        try {
            return source.read(path);
        } catch (IOException e) {
            throw ReadRefusals.of(release, path, e);
        }
    }

    private SourceFile parse(String path, byte[] bytes) {
        try {
            TomlOptions options = release.tomlDialect().options();
            return new SourceFile(path, bytes, TomlDocument.parse(bytes, options));
        } catch (TomlSyntaxException e) {
            SourceFile broken = new SourceFile(path, bytes, null);
            files.add(broken);
            SyntaxError first = e.errors().get(0);
            throw refusals.of(broken, first);
        }
    }

    private void accept(SourceFile file) {
        files.add(file);
        List<TomlDialect.Refusal> refused = file.refusals(release.tomlDialect());
        if (!refused.isEmpty()) {
            throw refusals.of(file, refused.get(0));
        }
    }
}
