// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.ImportResolution;
import dev.ctrcfg.release.MigrationTiming;
import dev.ctrcfg.release.MissingFile;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file and what it imports, in containerd's order.
 *
 * <p>Source: {@code LoadConfig} in containerd's config.go, and {@code LoadConfigWithPlugins} there since 2.3.
 */
final class Loading {

    private final ContainerdRelease release;
    private final Remarks remarks;
    private final FileLoader loader;
    private final ImportResolver imports;
    private final FileMerge merge;
    private final FileVersions versions;
    private final Branch config = new Branch(null);
    private final Set<String> loaded = new LinkedHashSet<>();
    private final Deque<String> pending = new ArrayDeque<>();

    Loading(ContainerdRelease release, ConfigSource source, Remarks remarks) {
        this.release = release;
        this.remarks = remarks;
        this.loader = new FileLoader(release, source, remarks);
        this.imports = new ImportResolver(release, source);
        this.merge = new FileMerge(release, remarks);
        this.versions = new FileVersions(release, remarks);
    }

    /** What was read so far, merged. */
    Branch config() {
        return config;
    }

    List<SourceFile> files() {
        return loader.files();
    }

    /**
     * Reads everything.
     *
     * @throws Refusal if containerd refuses a file, or what they come to
     * @throws MissingFileException if a file is missing and containerd's daemon ends for it
     */
    void load(String path) throws MissingFileException {
        pending.add(path);
        String last = path;
        while (!pending.isEmpty()) {
            String next = pending.remove();
            if (loaded.contains(next)) {
                continue;
            }
            last = next;
            try {
                loadOne(next);
            } catch (MissingFileException e) {
                if (release.missingFile() == MissingFile.DEFAULTS) {
                    reportEarlyEnd(e);
                    return;
                }
                throw e;
            }
        }
        if (release.migrationTiming() == MigrationTiming.NEVER) {
            config.put(LoadedFile.IMPORTS, new Leaf(strings(loaded), null));
        }
        versions.validate(config, last);
    }

    private static TomlValue strings(Set<String> paths) {
        List<TomlValue> items = new ArrayList<>();
        for (String path : paths) {
            items.add(TomlValue.of(path));
        }
        return new TomlArray(items);
    }

    private void reportEarlyEnd(MissingFileException e) {
        String text = e.remark().text() + "; no further file is read";
        remarks.ignored("missing-file", text, null);
    }

    private void loadOne(String path) throws MissingFileException {
        LoadedFile file = loader.load(path);
        versions.prepare(file, config);
        merge.merge(config, file.config());
        Node list = file.config().get(LoadedFile.IMPORTS);
        if (list != null && list.value() instanceof TomlArray array) {
            for (TomlValue entry : array.items()) {
                queue(path, ((TomlString) entry).value(), list.written());
            }
        }
        loaded.add(path);
    }

    private void queue(String path, String entry, @Nullable Written written) {
        List<String> found = imports.resolve(path, entry, written);
        if (found.isEmpty() && release.importResolution() != ImportResolution.NONE) {
            remarks.ignored("import-without-match", "no file matches \"" + entry + "\"", written);
        }
        pending.addAll(found);
    }
}
