// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlTable;

/**
 * A table directly below {@code plugins}.
 *
 * @param key its key
 * @param id its name
 * @param table what it holds
 */
record PluginTable(Key key, String id, TomlTable table) {}
