// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.migrate;

import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlValue;
import java.util.Optional;

/**
 * A value that is set.
 *
 * @param name the setting's name, see {@link dev.ctrcfg.model.SettingNames}
 * @param value its value
 * @param written the key it has in the file; of a value that another one implies, the key of that
 */
public record Setting(Key name, TomlValue value, Optional<Key> written) {

    Setting named(Key other) {
        return new Setting(other, value, written);
    }

    Setting valued(TomlValue other) {
        return new Setting(name, other, written);
    }
}
