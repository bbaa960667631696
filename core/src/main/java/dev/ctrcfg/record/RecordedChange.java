// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.record;

import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlValue;
import java.util.Optional;

/**
 * A key that patches gave another value.
 *
 * @param key the key; never one of a table that holds something both before and after, since its keys are listed one by
 *     one
 * @param before the value without the patches; empty if the key would be absent
 * @param after the value that the patches left; empty if they removed the key
 */
public record RecordedChange(Key key, Optional<TomlValue> before, Optional<TomlValue> after) {}
