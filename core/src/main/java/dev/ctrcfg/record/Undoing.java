// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.record;

import dev.ctrcfg.diff.Change;
import dev.ctrcfg.toml.TomlValue;
import java.util.Optional;

/**
 * What taking a change back gives its key.
 *
 * @param change the change
 * @param target the value that the key gets; empty if it goes
 */
record Undoing(Change change, Optional<TomlValue> target) {}
