// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.toml.TomlTable;
import java.util.Optional;

/**
 * What images for one runtime are.
 *
 * @param platform the platform, such as {@code linux/arm64}
 * @param snapshotter the snapshotter they are unpacked with
 * @param unknown keys that the release has no setting for
 */
public record ImagePlatform(Optional<String> platform, Optional<String> snapshotter, TomlTable unknown) {}
