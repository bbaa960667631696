// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlValue;

/** A key of the document and a value for it. */
record Setting(Key key, TomlValue value) {}
