// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.diff;

import dev.ctrcfg.migrate.Setting;
import dev.ctrcfg.model.SettingNames;
import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.Optional;

/** Makes the tree of one file say what another one says. */
final class Rebuilding {

    private final SettingNames names;
    private TomlTable root;

    Rebuilding(TomlTable root, ConfigVersion version) {
        this.root = root;
        names = SettingNames.of(version);
    }

    TomlTable with(Comparison comparison) {
        for (Change change : comparison.changes()) {
            Setting old = comparison.before().settings().get(change.key());
            Optional<Key> written = old == null ? Optional.empty() : old.written();
            Optional<Key> key = written.or(() -> names.locate(change.key()));
            if (key.isPresent()) {
                Optional<TomlValue> value = change.after().map(Change.Side::value);
                root = value.isPresent()
                        ? (TomlTable) put(root, key.get(), value.get())
                        : remove(root, key.get()).orElse(TomlTable.EMPTY);
            }
        }
        return root;
    }

    private static TomlValue put(TomlValue at, Key key, TomlValue value) {
        if (key.isRoot()) {
            return value;
        }
        TomlTable table = at instanceof TomlTable there ? there : TomlTable.EMPTY;
        String name = key.name(0);
        return table.with(name, put(table.get(name).orElse(TomlTable.EMPTY), key.tail(1), value));
    }

    /** The table without a key; empty if nothing is left of it. */
    private static Optional<TomlTable> remove(TomlTable table, Key key) {
        String name = key.name(0);
        TomlTable changed = table.without(name);
        if (key.size() > 1 && table.get(name).orElse(null) instanceof TomlTable below) {
            Optional<TomlTable> left = remove(below, key.tail(1));
            changed = left.isPresent() ? table.with(name, left.get()) : changed;
        }
        return changed.isEmpty() ? Optional.empty() : Optional.of(changed);
    }
}
