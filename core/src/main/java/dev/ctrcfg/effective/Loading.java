// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.DefaultConfig;
import dev.ctrcfg.toml.SyntaxError;
import dev.ctrcfg.toml.TomlDialect;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlInteger;
import dev.ctrcfg.toml.TomlSyntaxException;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a file as a release does. */
final class Loading {

    private final ContainerdRelease release;
    private final List<SourceFile> files = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();

    private Loading(ContainerdRelease release) {
        this.release = release;
    }

    static Loaded load(ContainerdRelease release, ConfigSource source, String path) {
        return new Loading(release).load(source, path);
    }

    private Loaded load(ConfigSource source, String path) {
        TomlTable loaded = TomlTable.EMPTY;
        try {
            byte[] bytes = source.read(path);
            loaded = read(path, bytes);
        } catch (IOException e) {
            exit(path + ": " + e.getMessage(), Optional.empty());
        }
        Verdict verdict = Verdict.of(remarks);
        TomlTable root = verdict.outcome() == Outcome.LOADS ? over(DefaultConfig.of(release), loaded) : TomlTable.EMPTY;
        return new Loaded(release, List.copyOf(files), root, loaded, verdict);
    }

    private void exit(String text, Optional<SourcePlace> place) {
        remarks.add(new Remark(Effect.EXIT, text, Optional.empty(), place, Optional.empty()));
    }

    private TomlTable read(String path, byte[] bytes) {
        TomlDialect dialect = release.tomlDialect();
        try {
            TomlDocument document = TomlDocument.parse(bytes, dialect.options());
            SourceFile file = new SourceFile(path, bytes, document);
            files.add(file);
            for (TomlDialect.Refusal refusal : dialect.refusals(document)) {
                exit(dialect + " refuses " + refusal.construct(), Optional.of(new SourcePlace(file, refusal.span())));
            }
            checkVersion(document.root());
            return document.root();
        } catch (TomlSyntaxException e) {
            SourceFile file = new SourceFile(path, bytes, null);
            files.add(file);
            SyntaxError first = e.errors().get(0);
            exit(first.message(), Optional.of(new SourcePlace(file, first.span())));
            return TomlTable.EMPTY;
        }
    }

    private void checkVersion(TomlTable root) {
        TomlValue version = root.entries().get("version");
        if (version instanceof TomlInteger number
                && number.value() > release.maxConfigVersion().number()) {
            exit("config version " + version + " is above " + ConfigVersion.of(number.value()), Optional.empty());
        }
    }

    private static TomlTable over(TomlTable defaults, TomlTable given) {
        TomlTable.Builder out = TomlTable.builder();
        for (Map.Entry<String, TomlValue> entry : defaults.entries().entrySet()) {
            out.put(entry.getKey(), entry.getValue());
        }
        for (Map.Entry<String, TomlValue> entry : given.entries().entrySet()) {
            TomlValue value = entry.getValue();
            if (defaults.entries().get(entry.getKey()) instanceof TomlTable below && value instanceof TomlTable above) {
                value = over(below, above);
            }
            out.put(entry.getKey(), value);
        }
        return out.build();
    }
}
