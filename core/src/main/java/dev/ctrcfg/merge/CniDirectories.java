// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import dev.ctrcfg.model.ConfigLayout;
import dev.ctrcfg.model.CriLayout;
import dev.ctrcfg.release.CniMigration;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlValue;
import java.util.List;
import java.util.Optional;

/**
 * The directories of CNI plugins: {@code bin_dir}, one, in every release, and {@code bin_dirs}, many, since containerd
 * 2.1, which does not take both in one file (containerd's internal/cri/config/config.go).
 */
final class CniDirectories {

    private static final Key ONE = Key.of("cni", "bin_dir");
    private static final Key MANY = Key.of("cni", "bin_dirs");

    private final Draft draft;
    private final ConfigLayout layout;
    private final List<ContainerdRelease> releases;

    CniDirectories(Draft draft, ConfigLayout layout, List<ContainerdRelease> releases) {
        this.draft = draft;
        this.layout = layout;
        this.releases = releases;
    }

    boolean concerns(Key key) {
        Optional<Key> name = layout.nameOf(key);
        return name.isPresent() && (name.get().equals(ONE) || name.get().equals(MANY));
    }

    List<Setting> settings(Key key, TomlValue value) {
        boolean many = layout.nameOf(key).orElseThrow().equals(MANY);
        if (layout.cri() == CriLayout.SPLIT) {
            return many || prefersMany() ? many(many ? value : TomlArray.of(value)) : one(value);
        }
        if (!many) {
            return one(value);
        }
        if (value instanceof TomlArray array
                && array.size() == 1
                && array.items().get(0) instanceof TomlString only) {
            return one(only);
        }
        if (everyReleaseTakesMany()) {
            return many(value);
        }
        draft.notice(
                Notice.Kind.NO_PLACE,
                key,
                key + " has no place in a file of version " + layout.version().number()
                        + " and was left out; cni.bin_dir takes one directory");
        return List.of();
    }

    /** What the file has is kept to, and files for none but new releases get what those ask for. */
    private boolean prefersMany() {
        return draft.has(at(MANY)) || !draft.has(at(ONE)) && everyReleaseTakesMany();
    }

    private boolean everyReleaseTakesMany() {
        for (ContainerdRelease release : releases) {
            if (release.cniMigration() != CniMigration.BIN_DIRS) {
                return false;
            }
        }
        return true;
    }

    private List<Setting> many(TomlValue value) {
        draft.remove(at(ONE));
        return List.of(new Setting(at(MANY), value));
    }

    private List<Setting> one(TomlValue value) {
        draft.remove(at(MANY));
        return List.of(new Setting(at(ONE), value));
    }

    /** The keys to remove: in files that have room for both, the one that is spoken of. */
    List<Key> keys(Key key) {
        Key name = layout.nameOf(key).orElseThrow();
        return layout.cri() == CriLayout.SPLIT ? List.of(at(name)) : List.of(at(ONE), at(MANY));
    }

    private Key at(Key name) {
        return layout.cri().locate(name).orElseThrow();
    }
}
