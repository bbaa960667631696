// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.KeySchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sees to it that the plugins of {@code required_plugins} are there and load. */
final class RequiredPlugins {

    private static final String LIST = "required_plugins";

    private final ContainerdRelease release;
    private final Branch config;
    private final PluginTables plugins;

    RequiredPlugins(ContainerdRelease release, Branch config, PluginTables plugins) {
        this.release = release;
        this.config = config;
        this.plugins = plugins;
    }

    /**
     * Checks the list.
     *
     * @param failures what kept plugins from loading, by their ids
     * @throws Refusal if the daemon ends
     */
    void check(Map<String, String> failures) {
        Node node = config.get(LIST);
        List<String> required = LoadedFile.strings(node);
        Written written = node == null ? null : node.written();
        for (Map.Entry<String, String> failure : failures.entrySet()) {
            String name = plugins.nameOf(failure.getKey());
            if (required.contains(name)) {
                String text = "load required plugin " + name + ": " + failure.getValue();
                throw Refusal.exit("required-plugin", text, written);
            }
        }
        List<String> missing = new ArrayList<>();
        for (String name : required) {
            if (!isThere(name) && !missing.contains(name)) {
                missing.add(name);
            }
        }
        if (!missing.isEmpty()) {
            String text = "required plugin [" + String.join(" ", missing) + "] not included";
            throw Refusal.exit("required-plugin", text, written);
        }
    }

    private boolean isThere(String name) {
        boolean shortNames = FileVersions.ofNames(release, config) == ConfigVersion.V1;
        boolean builtIn = shortNames
                ? KeySchema.of(release).plugin(ConfigVersion.V1, name).isPresent()
                : KeySchema.of(release).section(name).isPresent() && !name.equals(KeySchema.TOP_LEVEL);
        boolean there =
                builtIn || new ProxyPlugins(release, new Remarks()).ids(config).contains(name);
        return there && !FileVersions.disabled(config).contains(name);
    }
}
