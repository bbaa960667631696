// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.toml.TomlTable;
import java.util.List;
import java.util.Optional;

/**
 * Where the network plugins and their configuration are.
 *
 * @param binDir the folder of the plugins; {@code binDirs} since containerd 2.1
 * @param binDirs the folders of the plugins
 * @param confDir the folder of their configuration
 * @param maxConfNum how many files of it are loaded; 0 for all
 * @param setupSerially whether a pod's networks are set up one after the other
 * @param confTemplate the template that a configuration is written from
 * @param ipPref which address of a pod counts as the first: {@code ipv4}, {@code ipv6} or {@code cni}
 * @param useInternalLoopback whether containerd brings up the loopback interface itself
 * @param unknown keys that the release has no setting for
 */
public record CniConfig(
        Optional<String> binDir,
        List<String> binDirs,
        Optional<String> confDir,
        Optional<Long> maxConfNum,
        Optional<Boolean> setupSerially,
        Optional<String> confTemplate,
        Optional<String> ipPref,
        Optional<Boolean> useInternalLoopback,
        TomlTable unknown) {

    /** Copies lists. */
    public CniConfig {
        binDirs = List.copyOf(binDirs);
    }
}
