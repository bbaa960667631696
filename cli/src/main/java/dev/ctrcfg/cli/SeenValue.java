// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.effective.EffectiveConfig;
import dev.ctrcfg.model.ConfigLayout;
import dev.ctrcfg.model.Secrets;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlValue;
import java.util.Optional;

/**
 * The value that a release sees for a setting.
 *
 * @param release the release
 * @param key the setting's key in files of the version that the release writes
 * @param value the value; empty if there is none
 * @param origin where it comes from, if that can be told
 */
record SeenValue(ContainerdRelease release, Key key, Optional<TomlValue> value, Optional<ValueOrigin> origin) {

    static SeenValue of(EffectiveConfig config, Key asked) {
        ContainerdRelease release = config.release();
        Key key = ConfigLayout.of(release.writtenConfigVersion()).place(asked).orElse(asked);
        Optional<TomlValue> value = config.root().find(key);
        Optional<ValueOrigin> origin =
                value.isEmpty() ? Optional.empty() : config.origin(key).map(ValueOrigin::of);
        return new SeenValue(release, key, value, origin);
    }

    SeenValue masked() {
        return new SeenValue(release, key, value.map(secret -> Secrets.mask(key, secret)), origin);
    }
}
