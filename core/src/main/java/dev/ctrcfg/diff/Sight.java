// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.diff;

import dev.ctrcfg.effective.EffectiveConfig;
import dev.ctrcfg.migrate.ConfigText;
import dev.ctrcfg.migrate.MigrationTarget;
import dev.ctrcfg.migrate.Setting;
import dev.ctrcfg.migrate.Upgrade;
import dev.ctrcfg.model.CriLayout;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.GoZero;
import dev.ctrcfg.release.KeySchema;
import dev.ctrcfg.release.PluginIds;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlValue;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a release sees, as it is held against what another one does.
 *
 * <p>What says nothing is left out: a zero against no setting at all, the word that a release puts in the place of an
 * empty one, and what a plugin that the other release does not have has by default. {@code imports} is no setting.
 */
final class Sight {

    private static final Key PLUGINS = Key.of("plugins");
    private static final Key RUNTIMES = CriLayout.SPLIT.runtimes();
    private static final Key PLATFORMS = Key.of("plugins", PluginIds.CRI_IMAGES, "runtime_platforms");
    private static final String SNAPSHOTTER = "snapshotter";

    private final ContainerdRelease release;
    private final Configuration configuration;

    private Sight(ContainerdRelease release, Configuration configuration) {
        this.release = release;
        this.configuration = configuration;
    }

    static Comparison compare(EffectiveConfig before, EffectiveConfig after) {
        ContainerdRelease one = before.release();
        ContainerdRelease other = after.release();
        MigrationTarget target = MigrationTarget.of(one.compareTo(other) >= 0 ? one : other);
        Sight old = of(before, target);
        Sight now = of(after, target);
        old.dropDefaultsWithout(now);
        now.dropDefaultsWithout(old);
        old.dropNothings(now);
        return new Comparison(old.configuration, now.configuration);
    }

    private static Sight of(EffectiveConfig config, MigrationTarget target) {
        ConfigText text = new ConfigText("", TomlDocument.of(config.root().without("imports")));
        Configuration configuration = Configuration.of(
                Upgrade.settings(text, target), key -> config.origin(key).flatMap(Origins::place));
        Sight sight = new Sight(config.release(), configuration);
        sight.addLost(Upgrade.lost(text, target));
        sight.addSnapshotters();
        return sight;
    }

    /** Adds what files set and the newer release has no home for. */
    private void addLost(List<Setting> lost) {
        for (Setting setting : lost) {
            if (configuration.place(setting).isPresent()) {
                configuration.settings().putIfAbsent(setting.name(), setting);
            }
        }
    }

    /** Adds the snapshotters that images are pulled to because the runtimes of pods have them. */
    private void addSnapshotters() {
        if (!pullsToRuntimes()) {
            return;
        }
        for (Setting setting : List.copyOf(configuration.settings().values())) {
            if (isOfRuntime(setting.name(), SNAPSHOTTER) && !GoZero.is(setting.value())) {
                Key name = PLATFORMS.child(setting.name().name(RUNTIMES.size())).child(SNAPSHOTTER);
                configuration.settings().putIfAbsent(name, setting.implying(name, setting.value()));
            }
        }
    }

    /** containerd 2.0 to 2.2 look for it in the images plugin's {@code runtime_platforms} alone. */
    private boolean pullsToRuntimes() {
        return !release.since(ReleaseLine.V2_0) || release.since(ReleaseLine.V2_3);
    }

    private static boolean isOfRuntime(Key name, String setting) {
        return name.startsWith(RUNTIMES)
                && name.size() == RUNTIMES.size() + 2
                && name.last().equals(new Key.Name(setting));
    }

    private void dropDefaultsWithout(Sight other) {
        for (Setting setting : List.copyOf(configuration.settings().values())) {
            if (configuration.place(setting).isEmpty() && !other.hasPluginOf(setting.name())) {
                configuration.settings().remove(setting.name());
            }
        }
    }

    private boolean hasPluginOf(Key name) {
        boolean plugin = name.startsWith(PLUGINS) && name.size() > 1;
        return !plugin || KeySchema.of(release).section(name.name(1)).isPresent() || configuration.has(name.head(2));
    }

    private void dropNothings(Sight other) {
        Set<Key> names = new HashSet<>(configuration.settings().keySet());
        names.addAll(other.configuration.settings().keySet());
        for (Key name : names) {
            if (saysNothing(name) && other.saysNothing(name)) {
                configuration.settings().remove(name);
                other.configuration.settings().remove(name);
            }
        }
    }

    private boolean saysNothing(Key name) {
        TomlValue value = Optional.ofNullable(configuration.settings().get(name))
                .map(Setting::value)
                .orElse(TomlValue.of(""));
        boolean means = isOfRuntime(name, "sandboxer") && value.equals(TomlValue.of("podsandbox"))
                || isOfRuntime(name, "io_type") && value.equals(TomlValue.of("fifo"));
        boolean isRuntime = name.startsWith(RUNTIMES) && name.size() == RUNTIMES.size() + 1;
        return means || !isRuntime && GoZero.is(value) || value.equals(TomlValue.of("0s"));
    }
}
