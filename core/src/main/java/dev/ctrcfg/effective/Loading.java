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
    private final Deque<Import> pending = new ArrayDeque<>();

    /** A file to be read, and the entry that asks for it; null for the root. */
    private record Import(String path, @Nullable SourcePlace entry) {}

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
        pending.add(new Import(path, null));
        String last = path;
        while (!pending.isEmpty()) {
            Import next = pending.remove();
            if (loaded.contains(next.path())) {
                continue;
            }
            last = next.path();
            try {
                loadOne(next);
            } catch (MissingFileException e) {
                if (release.missingFile() == MissingFile.DEFAULTS) {
                    reportEarlyEnd(e.remark());
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

    private void reportEarlyEnd(Remark missing) {
        String text = missing.text() + "; no further file is read";
        remarks.add(new Remark(Effect.IGNORED, text, missing.key(), missing.place(), missing.id()));
    }

    private void loadOne(Import wanted) throws MissingFileException {
        String path = wanted.path();
        LoadedFile file = read(wanted);
        versions.prepare(file, config);
        merge.merge(config, file.config());
        Node list = file.config().get(LoadedFile.IMPORTS);
        if (list != null && list.value() instanceof TomlArray array) {
            for (int i = 0; i < array.size(); i++) {
                queue(path, ((TomlString) array.items().get(i)).value(), list.written(), i);
            }
        }
        loaded.add(path);
    }

    /** Reads a file; what is wrong with it as a whole is at the entry that asks for it. */
    private LoadedFile read(Import wanted) throws MissingFileException {
        try {
            return loader.load(wanted.path());
        } catch (MissingFileException e) {
            throw new MissingFileException(e.remark().at(wanted.entry()));
        } catch (Refusal e) {
            throw new Refusal(e.remark().at(wanted.entry()));
        }
    }

    private void queue(String parent, String entry, @Nullable Written list, int index) {
        SourcePlace place = list == null ? null : list.element(index).place();
        List<String> found;
        try {
            found = imports.resolve(parent, entry);
        } catch (Refusal e) {
            throw new Refusal(e.remark().at(place));
        }
        if (found.isEmpty() && release.importResolution() != ImportResolution.NONE) {
            String text = "no file matches \"" + entry + "\"";
            Remark remark = Remarks.of(Effect.IGNORED, "import-without-match", text, null);
            remarks.add(remark.at(place));
        }
        for (String path : found) {
            pending.add(new Import(path, place));
        }
    }
}
