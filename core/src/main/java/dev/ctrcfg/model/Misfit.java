// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.release.KeyType;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlValue;

/**
 * A value of the wrong type for its setting. containerd refuses to start with one; records leave it out.
 *
 * @param key its key as written, from the root of the file on
 * @param expected the setting's type
 * @param found the value
 */
public record Misfit(Key key, KeyType expected, TomlValue found) {}
