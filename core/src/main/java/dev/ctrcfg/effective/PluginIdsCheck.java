// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.PluginIdCheck;
import org.jspecify.annotations.Nullable;

/** Refuses plugin ids that cannot be ids. */
final class PluginIdsCheck {

    private final ContainerdRelease release;
    private final PluginIdCheck check;

    PluginIdsCheck(ContainerdRelease release) {
        this.release = release;
        this.check = release.pluginIdCheck();
    }

    void check(Branch config, String prefix) {
        if (!release.checksPluginIds(LoadedFile.version(config))) {
            return;
        }
        checkList(config, "disabled", prefix);
        checkList(config, "required", prefix);
        Branch plugins = config.table(LoadedFile.PLUGINS);
        if (plugins != null && check.coversTables()) {
            for (String id : plugins.names()) {
                check(id, prefix + "invalid plugin key URI", plugins.get(id));
            }
        }
    }

    private void checkList(Branch config, String list, String prefix) {
        Node node = config.get(list + "_plugins");
        for (String id : LoadedFile.strings(node)) {
            check(id, prefix + "invalid " + list + " plugin URI", node);
        }
    }

    private void check(String id, String text, @Nullable Node node) {
        if (!check.accepts(id)) {
            String whole = text + " \"" + id + "\" expect io.containerd.x.vx";
            throw Refusal.exit("bad-plugin-id", whole, node == null ? null : node.written());
        }
    }
}
