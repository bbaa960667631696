// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.migrate;

import dev.ctrcfg.toml.TomlDocument;

/**
 * A configuration file.
 *
 * @param name what to call it in notices, as a rule its path
 * @param document what it holds
 */
public record ConfigText(String name, TomlDocument document) {}
