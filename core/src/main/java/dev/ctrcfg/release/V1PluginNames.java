// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

import java.util.Map;

/**
 * How containerd 2.0 and later rename the plugins of a file of version 1: the tables below {@code [plugins]}, {@code
 * disabled_plugins} and {@code required_plugins}.
 *
 * <p>Source: {@code v1MigratePluginName} in containerd's cmd/containerd/server/config/config.go, the same since 2.0.0.
 */
public final class V1PluginNames {

    private static final String SERVICE_SUFFIX = "-service";

    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("cri", PluginIds.CRI),
            Map.entry("cgroups", PluginIds.CGROUPS_OLD),
            Map.entry("linux", PluginIds.RUNTIME_LINUX),
            Map.entry("scheduler", "io.containerd.gc.v1.scheduler"),
            Map.entry("bolt", "io.containerd.metadata.v1.bolt"),
            Map.entry("task", PluginIds.TASK),
            Map.entry("opt", PluginIds.OPT),
            Map.entry("restart", PluginIds.RESTART_OLD),
            Map.entry("tracing", "io.containerd.internal.v1.tracing"),
            Map.entry("otlp", "io.containerd.tracing.processor.v1.otlp"),
            Map.entry("aufs", "io.containerd.snapshotter.v1.aufs"),
            Map.entry("btrfs", "io.containerd.snapshotter.v1.btrfs"),
            Map.entry("devmapper", "io.containerd.snapshotter.v1.devmapper"),
            Map.entry("native", "io.containerd.snapshotter.v1.native"),
            Map.entry("overlayfs", "io.containerd.snapshotter.v1.overlayfs"),
            Map.entry("zfs", "io.containerd.snapshotter.v1.zfs"));

    private V1PluginNames() {}

    /**
     * {@return the id that containerd gives a plugin of a file of version 1}
     *
     * @param name the name in the file; one with a dot stays as it is
     */
    public static String fullId(String name) {
        if (name.indexOf('.') >= 0) {
            return name;
        }
        String known = KNOWN.get(name);
        if (known != null) {
            return known;
        }
        if (name.endsWith(SERVICE_SUFFIX)) {
            return "io.containerd.service.v1." + name;
        }
        return (isWindows(name) ? "io.containerd.snapshotter.v1." : "io.containerd.grpc.v1.") + name;
    }

    /**
     * {@return whether containerd warns that the id it gave is a guess}
     *
     * @param name the name in the file
     */
    public static boolean isAmbiguous(String name) {
        return name.indexOf('.') < 0 && !KNOWN.containsKey(name) && !name.endsWith(SERVICE_SUFFIX);
    }

    private static boolean isWindows(String name) {
        return name.equals("windows") || name.equals("windows-lcow");
    }
}
