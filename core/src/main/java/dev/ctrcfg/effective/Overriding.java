// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.model.ConfigKeys;
import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.KeyMoves;
import dev.ctrcfg.release.Landing;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells which settings of a file lose against those of files that are read after it. */
final class Overriding {

    private final EffectiveConfig config;
    private final String path;

    Overriding(EffectiveConfig config, String path) {
        this.config = config;
        this.path = path;
    }

    Optional<SourcePlace> of(Key written) {
        TomlDocument document = document();
        if (config.files().size() < 2 || document == null) {
            return Optional.empty();
        }
        Optional<TomlValue> value = document.find(written);
        if (value.isEmpty() || value.get() instanceof TomlTable || isList(written)) {
            return Optional.empty();
        }
        Key key = landing(document, written);
        Optional<TomlValue> counting = config.root().find(key);
        if (counting.equals(value)) {
            return Optional.empty();
        }
        // Of what is replaced by name, as in [timeouts], the table tells where it comes from.
        boolean replaced = counting.isEmpty() && key.size() > 2 && isReplacedByName(key);
        return foreign(replaced ? key.head(2) : key);
    }

    private @Nullable TomlDocument document() {
        for (SourceFile file : config.files()) {
            if (file.path().equals(path)) {
                return file.document().orElse(null);
            }
        }
        return null;
    }

    /** Lists of plugins and imports grow with each file. */
    private static boolean isList(Key key) {
        return key.size() == 1
                && (key.equals(Key.of(LoadedFile.IMPORTS))
                        || key.equals(Key.of(LoadedFile.VERSION))
                        || key.equals(Key.of("disabled_plugins"))
                        || key.equals(Key.of("required_plugins")));
    }

    private static boolean isReplacedByName(Key key) {
        return key.part(0) instanceof Key.Name table && FileMerge.MAPS.contains(table.text());
    }

    private Key landing(TomlDocument document, Key written) {
        ConfigVersion version = ConfigKeys.versionOf(document.root()).orElse(ConfigVersion.V4);
        Landing landing = KeyMoves.of(config.release()).landing(version, written);
        return landing instanceof Landing.At there ? there.key() : written;
    }

    private Optional<SourcePlace> foreign(Key key) {
        Optional<Origin> origin = config.origin(key);
        if (origin.isEmpty() || origin.get() instanceof Origin.Default) {
            return Optional.empty();
        }
        Origin.InFile file =
                origin.get() instanceof Origin.Migrated moved ? moved.from() : (Origin.InFile) origin.get();
        boolean own = file.place().file().path().equals(path);
        return own ? Optional.empty() : Optional.of(file.place());
    }
}
