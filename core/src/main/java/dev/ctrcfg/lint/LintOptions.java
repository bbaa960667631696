// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.ConfigSource;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.shim.ShimSearch;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a linter knows besides the file.
 *
 * @param targets the releases that shall read the file, in order; empty to consider every release from 1.4 on that the
 *     file can be meant for
 * @param imports where files that the file imports are; empty if imports cannot be looked at
 * @param host where the daemon looks for shims and other binaries; empty if the host cannot be looked at
 * @param kubernetes the version of Kubernetes on the node, such as {@code 1.34}
 * @param kubelet the kubelet's configuration
 * @param present the releases one of which reads the file now, if it is asked what changes with the targets; else empty
 */
public record LintOptions(
        List<ContainerdRelease> targets,
        Optional<ConfigSource> imports,
        Optional<ShimSearch> host,
        Optional<String> kubernetes,
        Optional<KubeletConfig> kubelet,
        List<ContainerdRelease> present) {

    /** Nothing known but the file. */
    public static final LintOptions NONE = new LintOptions(
            List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    /** Sorts the releases and drops doubles. */
    public LintOptions {
        targets = List.copyOf(new TreeSet<>(targets));
        present = List.copyOf(new TreeSet<>(present));
    }

    /**
     * {@return these options for some releases}
     *
     * @param releases the releases that shall read the file
     */
    public LintOptions forReleases(ContainerdRelease... releases) {
        return new LintOptions(List.of(releases), imports, host, kubernetes, kubelet, present);
    }

    /**
     * {@return these options with a place where imported files are}
     *
     * @param source the place
     */
    public LintOptions withImports(ConfigSource source) {
        return new LintOptions(targets, Optional.of(source), host, kubernetes, kubelet, present);
    }

    /**
     * {@return these options with a host to look for binaries on}
     *
     * @param search where the daemon looks for binaries
     */
    public LintOptions withHost(ShimSearch search) {
        return new LintOptions(targets, imports, Optional.of(search), kubernetes, kubelet, present);
    }

    /**
     * {@return these options for a node of some version of Kubernetes}
     *
     * @param version the version, such as {@code 1.34} or {@code v1.34.2}
     */
    public LintOptions withKubernetes(String version) {
        return new LintOptions(targets, imports, host, Optional.of(version), kubelet, present);
    }

    /**
     * {@return these options for a node with some kubelet}
     *
     * @param config its configuration
     */
    public LintOptions withKubelet(KubeletConfig config) {
        return new LintOptions(targets, imports, host, kubernetes, Optional.of(config), present);
    }

    /**
     * {@return these options for what changes when the targets read the file}
     *
     * @param releases the releases one of which reads it now; those that it cannot be meant for do not count
     */
    public LintOptions upgradingFrom(List<ContainerdRelease> releases) {
        return new LintOptions(targets, imports, host, kubernetes, kubelet, releases);
    }
}
