// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.release.KeyType;
import dev.ctrcfg.release.ReleaseRange;
import dev.ctrcfg.toml.TomlValue;
import java.util.Optional;

/**
 * What releases in a row have in common about a setting.
 *
 * @param releases the releases; one of Debian's builds stands for itself, where it differs
 * @param type the type
 * @param defaultValue the value without a file, if there is one
 * @param deprecated whether containerd calls it deprecated
 */
public record SettingEra(ReleaseRange releases, KeyType type, Optional<TomlValue> defaultValue, boolean deprecated) {

    /** Whether these and others differ in nothing but the releases. */
    boolean isLike(SettingEra other) {
        return type.equals(other.type) && defaultValue.equals(other.defaultValue) && deprecated == other.deprecated;
    }
}
