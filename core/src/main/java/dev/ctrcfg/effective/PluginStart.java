// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.ContainerdRelease;

/**
 * What the start of plugins needs.
 *
 * @param release the release
 * @param config what was loaded
 * @param remarks what has been said
 * @param plugins the decoded tables
 */
record PluginStart(ContainerdRelease release, Branch config, Remarks remarks, PluginTables plugins) {

    Branch plugin(String id) {
        return plugins.plugin(id);
    }

    boolean isDisabled(String id) {
        return plugins.isDisabled(id);
    }
}
