// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import dev.ctrcfg.model.ConfigLayout;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keys are in the document where the patch says. */
final class AsWritten implements Spelling {

    private final @Nullable ConfigLayout layout;

    /**
     * Makes the spelling.
     *
     * @param layout where CRI settings are; null if the document is not containerd's
     */
    AsWritten(@Nullable ConfigLayout layout) {
        this.layout = layout;
    }

    @Override
    public List<Setting> settings(Key key, TomlValue value) {
        return List.of(new Setting(key, value));
    }

    @Override
    public List<Setting> items(Key key, TomlValue item) {
        return List.of(new Setting(key, item));
    }

    @Override
    public Optional<Key> key(Key key) {
        return Optional.of(key);
    }

    @Override
    public List<Key> keys(Key key) {
        return List.of(key);
    }

    @Override
    public Optional<Key> cri(Key name) {
        return layout == null ? Optional.empty() : layout.cri().locate(name);
    }

    @Override
    public void finish() {
        // Nothing is left open.
    }
}
