// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.ConfigDump;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.MigrationTiming;
import dev.ctrcfg.release.MissingFile;
import dev.ctrcfg.release.PluginIds;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a release makes of its files: reads them, and then starts as the daemon does. */
final class Loaded {

    private final ContainerdRelease release;
    private final Remarks remarks = new Remarks();
    private final Loading loading;
    private final Preparation preparation;
    private final HostFiles host;
    private final Remarks dumpRemarks = new Remarks();
    private @Nullable Remark dumpFailure;
    private boolean read;
    private boolean refused;
    private @Nullable Branch root;

    private Loaded(ContainerdRelease release, ConfigSource source) {
        this.release = release;
        this.loading = new Loading(release, source, remarks);
        this.host = new HostFiles(source);
        this.preparation = new Preparation(release, loading.config());
    }

    static Loaded load(ContainerdRelease release, ConfigSource source, String path) {
        Loaded loaded = new Loaded(release, source);
        loaded.start(path);
        return loaded;
    }

    static Loaded withoutFile(ContainerdRelease release) {
        Loaded loaded = new Loaded(release, ConfigSource.none());
        loaded.proceed(null);
        return loaded;
    }

    private void start(String path) {
        proceed(read(path));
    }

    private void proceed(@Nullable Remark failure) {
        dumpRemarks.addAll(remarks.list());
        read = failure == null;
        if (failure != null) {
            end(failure);
        }
        if (dumpFailure == null) {
            dumpFailure = preparation.prepare();
            dumpRemarks.addAll(preparation.dumpRemarks());
        }
        if (dumpFailure != null) {
            dumpRemarks.add(dumpFailure);
        }
        if (!refused) {
            startDaemon();
        }
    }

    /** Reads the files; the answer is what the daemon ends with, or null. */
    private @Nullable Remark read(String path) {
        try {
            loading.load(path);
            return null;
        } catch (MissingFileException e) {
            dumpFailure = release.missingFile() == MissingFile.FATAL ? e.remark() : null;
            return e.remark();
        } catch (Refusal e) {
            dumpFailure = e.remark();
            return e.remark();
        }
    }

    private void end(Remark remark) {
        remarks.add(remark);
        refused = true;
    }

    private void startDaemon() {
        try {
            DaemonStart daemon = new DaemonStart(release, loading.config(), remarks, host);
            daemon.checkTopLevel();
            remarks.addAll(preparation.remarks());
            Remark failure = dumpFailure;
            if (failure == null) {
                daemon.startPlugins(preparation.plugins());
            } else {
                end(failure);
            }
        } catch (Refusal e) {
            end(e.remark());
        }
    }

    boolean isCriDisabled() {
        return read && preparation.plugins().isDisabled(PluginIds.CRI);
    }

    List<SourceFile> files() {
        return List.copyOf(loading.files());
    }

    Verdict verdict() {
        return Verdict.of(remarks.list());
    }

    Verdict dumpVerdict() {
        return Verdict.of(dumpRemarks.list());
    }

    TomlTable root() {
        return dumpFailure == null ? tree().value() : TomlTable.EMPTY;
    }

    private synchronized Branch tree() {
        Branch known = root;
        if (known == null) {
            known = build();
            root = known;
        }
        return known;
    }

    private Branch build() {
        Branch config = loading.config();
        Branch tree = new TopLevel(release).withDefaults(config);
        if (release.configDump() != ConfigDump.AS_READ || release.migrationTiming() == MigrationTiming.NEVER) {
            TomlValue version = TomlValue.of(release.writtenConfigVersion().number());
            Node stated = config.get(LoadedFile.VERSION);
            tree.put(LoadedFile.VERSION, new Leaf(version, stated == null ? null : stated.written()));
        }
        if (!release.dumpsTimeouts()) {
            new TopLevel(release).restoreTimeouts(tree);
        }
        Branch given = config.table(LoadedFile.PLUGINS);
        tree.put(LoadedFile.PLUGINS, preparation.plugins().all(given == null ? new Branch(null) : given));
        return tree;
    }

    TomlTable loaded() {
        boolean complete = read && preparation.isComplete();
        return complete ? new TopLevel(release).alone(loading.config()).value() : TomlTable.EMPTY;
    }

    Optional<Origin> origin(Key key) {
        if (dumpFailure != null || root().find(key).isEmpty()) {
            return Optional.empty();
        }
        Node at = tree();
        for (Key.Part part : key.parts()) {
            Node next = part instanceof Key.Name name && at instanceof Branch table ? table.get(name.text()) : null;
            if (next == null) {
                break;
            }
            at = next;
        }
        return Optional.of(origin(key, at.written()));
    }

    private Origin origin(Key key, @Nullable Written written) {
        if (written == null) {
            return new Origin.Default(release);
        }
        Origin.InFile file = new Origin.InFile(written.place(), written.key());
        boolean moved = !key.startsWith(file.written());
        return moved ? new Origin.Migrated(file) : file;
    }
}
