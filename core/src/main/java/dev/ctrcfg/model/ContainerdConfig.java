// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.toml.TomlTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * containerd's configuration, with the same shape whatever version the file is of.
 *
 * <p>A setting that the file does not give is an empty {@code Optional}, list or map; containerd's defaults are there
 * only if the table that was read has them. What the names mean is told by {@link
 * dev.ctrcfg.release.KeySchema#describe}.
 *
 * @param version the version of the file; empty if it states one that does not exist
 * @param root the folder of what outlives a restart
 * @param state the folder of what does not
 * @param temp the folder of temporary files
 * @param pluginDir the folder of plugins that are Go libraries; until containerd 2.0
 * @param oomScore the daemon's own OOM score
 * @param imports the files to load as well, as written
 * @param disabledPlugins ids of plugins that shall not start
 * @param requiredPlugins ids of plugins that have to start
 * @param debug logging, and the debug socket
 * @param grpc the sockets of the API
 * @param ttrpc the socket that shims report to
 * @param metrics the listener for metrics
 * @param cgroup the daemon's own cgroup
 * @param timeouts Go durations by the name of a timeout
 * @param proxyPlugins plugins that other processes serve
 * @param streamProcessors programs that decode image layers
 * @param cri the CRI plugin, from whichever tables hold its settings
 * @param plugins the tables of all other plugins by their names in the file, as written
 * @param unknown keys of the top level that the release has no setting for
 */
public record ContainerdConfig(
        Optional<ConfigVersion> version,
        Optional<String> root,
        Optional<String> state,
        Optional<String> temp,
        Optional<String> pluginDir,
        Optional<Long> oomScore,
        List<String> imports,
        List<String> disabledPlugins,
        List<String> requiredPlugins,
        DebugConfig debug,
        GrpcConfig grpc,
        TtrpcConfig ttrpc,
        MetricsConfig metrics,
        CgroupConfig cgroup,
        Map<String, String> timeouts,
        Map<String, ProxyPlugin> proxyPlugins,
        Map<String, StreamProcessor> streamProcessors,
        CriConfig cri,
        Map<String, TomlTable> plugins,
        TomlTable unknown) {

    /** Copies lists and maps. */
    public ContainerdConfig {
        imports = List.copyOf(imports);
        disabledPlugins = List.copyOf(disabledPlugins);
        requiredPlugins = List.copyOf(requiredPlugins);
        timeouts = Copies.of(timeouts);
        proxyPlugins = Copies.of(proxyPlugins);
        streamProcessors = Copies.of(streamProcessors);
        plugins = Copies.of(plugins);
    }
}
