// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.effective.EffectiveConfig;
import dev.ctrcfg.model.CriLayout;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.PluginIds;
import dev.ctrcfg.shim.ShimResolver;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The runtimes of a configuration.
 *
 * @param release the release that sees them
 * @param daemon the process or unit whose search it is, if it is not the default one
 * @param runtimes the runtimes, in the order of the configuration
 */
record RuntimeReport(ContainerdRelease release, Optional<String> daemon, List<RuntimeEntry> runtimes) {

    private static final List<String> TITLES = List.of(
            "  HANDLER", "RUNTIME_TYPE", "SHIM", "FOUND", "OPTIONS", "PRIVILEGED_WITHOUT_HOST_DEVICES", "SNAPSHOTTER");

    static RuntimeReport of(EffectiveConfig config, HostSearch host) {
        TomlTable root = config.root();
        ContainerdRelease release = config.release();
        ShimResolver resolver = new ShimResolver(release, host.search().withOptDirectory(optDirectory(root)));
        Handlers handlers = Handlers.of(root, CriLayout.of(release.writtenConfigVersion()));
        List<RuntimeEntry> runtimes = new ArrayList<>();
        for (Map.Entry<String, TomlTable> runtime : handlers.runtimes().entrySet()) {
            runtimes.add(RuntimeEntry.of(runtime.getKey(), handlers, release, resolver));
        }
        return new RuntimeReport(release, host.daemon(), runtimes);
    }

    /** The folder whose {@code bin} the opt plugin puts before the search path, unless the plugin is disabled. */
    private static Optional<String> optDirectory(TomlTable root) {
        TomlValue disabled = root.get("disabled_plugins").orElse(TomlArray.of());
        if (disabled instanceof TomlArray ids && ids.items().contains(TomlValue.of(PluginIds.OPT))) {
            return Optional.empty();
        }
        return root.find(Key.of("plugins", PluginIds.OPT, "path"))
                .map(path -> path instanceof TomlString text ? text.value() : "/opt/containerd");
    }

    String text() {
        TextTable table = new TextTable(TITLES);
        StringBuilder remarks = new StringBuilder();
        for (RuntimeEntry runtime : runtimes) {
            table.row(runtime.cells());
            runtime.appendRemarks(remarks);
        }
        String source =
                daemon.map(name -> ", shims as " + name + " looks for them").orElse("");
        return "containerd " + release + source + "\n" + table + remarks;
    }

    /** The same for programs. */
    TomlTable table() {
        List<TomlValue> tables = new ArrayList<>();
        for (RuntimeEntry runtime : runtimes) {
            tables.add(runtime.table());
        }
        TomlTable.Builder table = TomlTable.builder().put("containerd", release.toString());
        daemon.ifPresent(name -> table.put("daemon", name));
        return table.put("runtimes", new TomlArray(tables)).build();
    }
}
