// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.toml.TomlTable;
import java.util.Optional;

/**
 * The daemon's own cgroup.
 *
 * @param path the cgroup that containerd moves itself to
 * @param unknown keys that the release has no setting for
 */
public record CgroupConfig(Optional<String> path, TomlTable unknown) {}
