// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.ContainerdRelease;
import java.util.Set;

/**
 * Brings one file to version 4, as containerd 2.3 and later do before they merge it.
 *
 * <p>The steps of the plugins run once for every version on the way; from version 1 on the top level has steps of its
 * own as well. Source: {@code LoadConfigWithPlugins} in containerd's cmd/containerd/server/config/config.go (2.3).
 */
final class FileMigration {

    private final ToVersion3 plugins;
    private final Remarks remarks;

    FileMigration(ContainerdRelease release, Remarks remarks) {
        this.plugins = new ToVersion3(release, remarks);
        this.remarks = remarks;
    }

    void migrate(Branch config, long from) {
        for (long version = from; version < 4; version++) {
            if (version == 1) {
                new PluginNames(remarks).expand(config);
            } else if (version == 3) {
                ToVersion4.migrate(config, remarks);
            }
            Branch known = config.table(LoadedFile.PLUGINS);
            Branch tables = known == null ? new Branch(null) : known;
            config.put(LoadedFile.PLUGINS, plugins.migrated(tables, Set.of()));
        }
    }
}
