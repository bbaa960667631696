// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.toml.TomlTable;
import java.util.Optional;

/**
 * How encrypted images are read.
 *
 * @param keyModel where the keys are: {@code node}, or empty for no decryption
 * @param unknown keys that the release has no setting for
 */
public record ImageDecryption(Optional<String> keyModel, TomlTable unknown) {}
