// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.MigrationTiming;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What daemon and {@code config dump} do alike once the files are merged: register plugins, migrate, and decode. */
final class Preparation {

    private final ContainerdRelease release;
    private final Branch config;
    private final Remarks remarks = new Remarks();
    private @Nullable PluginTables plugins;
    private @Nullable Remark migrated;
    private boolean complete;

    Preparation(ContainerdRelease release, Branch config) {
        this.release = release;
        this.config = config;
    }

    /** The remark that containerd ends with, or null. */
    @Nullable
    Remark prepare() {
        PluginTables tables = new PluginTables(release, config, remarks);
        plugins = tables;
        try {
            new ProxyPlugins(release, remarks).register(config);
            migrate();
            complete = LoadedFile.version(config) >= 0;
            Branch given = config.table(LoadedFile.PLUGINS);
            if (given != null) {
                tables.decode(given);
            }
            return null;
        } catch (Refusal e) {
            return e.remark();
        }
    }

    private void migrate() {
        long version = LoadedFile.version(config);
        long newest = release.maxConfigVersion().number();
        boolean due = release.migrationTiming() == MigrationTiming.AFTER_MERGE && version >= 0 && version < newest;
        Branch given = config.table(LoadedFile.PLUGINS);
        if (!due || version == 0 && given == null) {
            return;
        }
        if (given != null) {
            ToVersion3 step = new ToVersion3(release, remarks);
            config.put(LoadedFile.PLUGINS, step.migrated(given, FileVersions.disabled(config)));
        }
        Remark remark = FileVersions.migrated(config, version);
        remarks.add(remark);
        migrated = remark;
        FileVersions.setVersion(config, newest);
    }

    /** Whether everything up to the decoding of plugins went well, migration included. */
    boolean isComplete() {
        return complete;
    }

    List<Remark> remarks() {
        return remarks.list();
    }

    /** The remarks without the one that only the daemon makes. */
    List<Remark> dumpRemarks() {
        List<Remark> said = new ArrayList<>(remarks.list());
        said.remove(migrated);
        return said;
    }

    PluginTables plugins() {
        PluginTables known = plugins;
        if (known == null) {
            throw new IllegalStateException("not prepared");
        }
        return known;
    }
}
