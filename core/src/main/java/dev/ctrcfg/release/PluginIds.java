// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

/** The ids of plugins that the rules name, as they stand below {@code [plugins]}. */
public final class PluginIds {

    /** The CRI plugin: all of it before containerd 2.0, the streaming server since. */
    public static final String CRI = "io.containerd.grpc.v1.cri";
    /** The CRI plugin's runtimes, CNI and container settings; since containerd 2.0. */
    public static final String CRI_RUNTIME = "io.containerd.cri.v1.runtime";
    /** The CRI plugin's images, registries and snapshotter; since containerd 2.0. */
    public static final String CRI_IMAGES = "io.containerd.cri.v1.images";
    /** The CRI plugin's name in files of version 1. */
    public static final String CRI_SHORT = "cri";

    /** The directory whose {@code bin} comes first in the daemon's search path. */
    public static final String OPT = "io.containerd.internal.v1.opt";
    /** The runtime that starts shims of the second protocol. */
    public static final String TASK = "io.containerd.runtime.v2.task";
    /** What shims are started with; since containerd 2.0. */
    public static final String SHIM_MANAGER = "io.containerd.shim.v1.manager";
    /** The runtime of the first protocol; until containerd 1.7. */
    public static final String RUNTIME_LINUX = "io.containerd.runtime.v1.linux";
    /** The monitor that restarts containers, under its name until containerd 1.7. */
    public static final String RESTART_OLD = "io.containerd.internal.v1.restart";
    /** The monitor that restarts containers; since containerd 2.0. */
    public static final String RESTART = "io.containerd.monitor.container.v1.restart";
    /** The monitor of cgroups, under its name until containerd 1.7. */
    public static final String CGROUPS_OLD = "io.containerd.monitor.v1.cgroups";
    /** The monitor of cgroups; since containerd 2.0. */
    public static final String CGROUPS = "io.containerd.monitor.task.v1.cgroups";

    /** The socket for debugging; since containerd 2.3. */
    public static final String SERVER_DEBUG = "io.containerd.server.v1.debug";
    /** The gRPC socket; since containerd 2.3. */
    public static final String SERVER_GRPC = "io.containerd.server.v1.grpc";
    /** The gRPC port; since containerd 2.3. */
    public static final String SERVER_GRPC_TCP = "io.containerd.server.v1.grpc-tcp";
    /** The ttrpc socket that shims report to; since containerd 2.3. */
    public static final String SERVER_TTRPC = "io.containerd.server.v1.ttrpc";
    /** The listener for metrics; since containerd 2.3. */
    public static final String SERVER_METRICS = "io.containerd.server.v1.metrics";
    /** The histogram of gRPC calls; since containerd 2.3. */
    public static final String GRPC_PROMETHEUS = "io.containerd.metrics.v1.grpc-prometheus";

    /** What the ids of snapshotters begin with. */
    public static final String SNAPSHOTTER_TYPE = "io.containerd.snapshotter.v1";

    private PluginIds() {}
}
