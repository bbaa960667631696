// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.diff;

import dev.ctrcfg.effective.EffectiveConfig;
import dev.ctrcfg.migrate.ConfigText;
import dev.ctrcfg.migrate.MigrationTarget;
import dev.ctrcfg.migrate.Setting;
import dev.ctrcfg.migrate.Upgrade;
import dev.ctrcfg.model.CriLayout;
import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.toml.EditConflictException;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares configurations by what they say.
 *
 * <p>Order, quotes, layout, comments, the version of the file, and the case of keys where releases fold it, make no
 * difference. Files of different versions are compared in the newer one's: what the older version has and the newer one
 * has no home for is not looked at. Keys of changes are names, see {@link dev.ctrcfg.model.SettingNames}.
 */
public final class ConfigDiff {

    private ConfigDiff() {}

    /**
     * {@return the changes from one file to another, the CRI plugin's first, see {@link Topic}}
     *
     * @param before the one file
     * @param after the other file
     * @throws EditConflictException if one of them states a version that does not exist
     */
    public static List<Change> between(ConfigText before, ConfigText after) {
        ConfigVersion one = Upgrade.versionOf(before.document());
        ConfigVersion other = Upgrade.versionOf(after.document());
        MigrationTarget target = MigrationTarget.of(one.isAtLeast(other) ? one : other);
        return new Comparison(Configuration.of(before, target), Configuration.of(after, target)).changes();
    }

    /**
     * {@return the changes from what one release sees to what another one does, defaults and imports included}
     *
     * @param before what the one sees
     * @param after what the other sees
     */
    public static List<Change> between(EffectiveConfig before, EffectiveConfig after) {
        ContainerdRelease one = before.release();
        ContainerdRelease other = after.release();
        MigrationTarget target = MigrationTarget.of(one.compareTo(other) >= 0 ? one : other);
        return new Comparison(Configuration.of(before, target), Configuration.of(after, target)).changes();
    }

    /**
     * {@return the operations of RFC 6902 that make one file say what another one says, in the keys of the first}
     *
     * @param before the first file
     * @param after the other file; what the first one's version has no home for is left out
     * @throws EditConflictException if one of them states a version that does not exist
     */
    public static TomlArray operations(ConfigText before, ConfigText after) {
        MigrationTarget target = MigrationTarget.of(Upgrade.versionOf(before.document()));
        Comparison comparison = new Comparison(Configuration.of(before, target), Configuration.of(after, target));
        TomlTable wanted = new Rebuilding(before.document().root(), target.version()).with(comparison);
        return JsonPatch.between(before.document().root(), wanted);
    }

    /** Settings by name, with where they are written. */
    record Configuration(Map<Key, Setting> settings, Places places) {

        /** Where the values of keys are. */
        interface Places {
            Optional<Change.Place> of(Key written);
        }

        static Configuration of(ConfigText text, MigrationTarget target) {
            TomlDocument document = text.document();
            return of(
                    text,
                    target,
                    key -> document.keySpanOf(key)
                            .map(span -> new Change.Place(text.name(), document.position(span.start()), key)));
        }

        static Configuration of(EffectiveConfig config, MigrationTarget target) {
            ConfigText text = new ConfigText("", TomlDocument.of(config.root()));
            return of(text, target, key -> config.origin(key).flatMap(Origins::place));
        }

        private static Configuration of(ConfigText text, MigrationTarget target, Places places) {
            Map<Key, Setting> settings = new LinkedHashMap<>();
            for (Setting setting : Upgrade.settings(text, target)) {
                if (!setting.value().equals(TomlTable.EMPTY) || isRuntime(setting.name())) {
                    settings.put(setting.name(), setting);
                }
            }
            return new Configuration(settings, places);
        }

        /** An empty table means nothing, but that there is a runtime of the name. */
        private static boolean isRuntime(Key name) {
            Key runtimes = CriLayout.SPLIT.runtimes();
            return name.startsWith(runtimes) && name.size() <= runtimes.size() + 1;
        }

        /** Whether there is a setting of a name, or below it. */
        boolean has(Key name) {
            if (settings.containsKey(name)) {
                return true;
            }
            for (Key other : settings.keySet()) {
                if (other.startsWith(name)) {
                    return true;
                }
            }
            return false;
        }

        Change.Side side(Setting setting) {
            return new Change.Side(setting.value(), setting.written().flatMap(places::of));
        }
    }
}
