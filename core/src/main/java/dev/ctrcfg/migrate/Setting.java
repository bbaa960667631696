// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.migrate;

import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value that is set.
 *
 * @param name the setting's name, see {@link dev.ctrcfg.model.SettingNames}
 * @param value its value
 * @param written the key it has in the file; empty if another setting implies it
 * @param reason the key in the file of the setting that implies it; empty if it is written itself
 */
public record Setting(Key name, TomlValue value, Optional<Key> written, Optional<Key> reason) {

    static Setting written(Key name, TomlValue value, Key key) {
        return new Setting(name, value, Optional.of(key), Optional.empty());
    }

    /**
     * {@return a setting that this one implies}
     *
     * @param other the name of that
     * @param implied its value
     */
    public Setting implying(Key other, TomlValue implied) {
        return new Setting(other, implied, Optional.empty(), source());
    }

    /** {@return the key in the file that says this, or from which it follows} */
    public Optional<Key> source() {
        return written.isPresent() ? written : reason;
    }

    Setting named(Key other) {
        return new Setting(other, value, written, reason);
    }

    Setting valued(TomlValue other) {
        return new Setting(name, other, written, reason);
    }

    // Written out: what the compiler makes for records links itself at the first call, which costs milliseconds.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Setting setting
                && name.equals(setting.name)
                && value.equals(setting.value)
                && written.equals(setting.written)
                && reason.equals(setting.reason);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * name.hashCode() + value.hashCode()) + written.hashCode();
    }
}
