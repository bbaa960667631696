// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.diff;

import dev.ctrcfg.effective.EffectiveConfig;
import dev.ctrcfg.migrate.ConfigText;
import dev.ctrcfg.migrate.MigrationTarget;
import dev.ctrcfg.migrate.Upgrade;
import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.toml.EditConflictException;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlTable;
import java.util.List;

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
     * <p>With one file and two releases it is what an upgrade changes. What says nothing is no change: a zero where the
     * other release has no such setting, or the defaults of a plugin that the other release does not have. A setting of a
     * file that the newer release has no home for counts as not there. The place of a value that is no default is where a
     * file says it, or says what it follows from.
     *
     * @param before what the one sees
     * @param after what the other sees
     */
    public static List<Change> between(EffectiveConfig before, EffectiveConfig after) {
        return Sight.compare(before, after).changes();
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
}
