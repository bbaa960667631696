// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.migrate;

import dev.ctrcfg.model.Secrets;
import dev.ctrcfg.model.SettingNames;
import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.GoZero;
import dev.ctrcfg.release.KeySchema;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.release.SchemaKey;
import dev.ctrcfg.release.SchemaSection;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether settings have a home in the new version: those that have none go, those that never had one stay. */
final class Homes implements Rule {

    @Override
    public boolean applies(Plan plan) {
        return true;
    }

    @Override
    public void apply(Plan plan) {
        SettingNames names = SettingNames.of(plan.target().version());
        KeySchema after = KeySchema.of(plan.target().writer());
        Map<Key, Setting> taken = new HashMap<>();
        for (Setting setting : plan.settings()) {
            Optional<Key> home = names.locate(setting.name());
            boolean found = home.isPresent()
                    && (isUnknownPlugin(home.get()) || knows(plan.target().version(), after, home.get()));
            if (setting.written().isPresent()) {
                settle(plan, setting, home.isPresent() && !isLeftOver(plan, setting), found);
            }
            if (plan.find(setting.name()).isPresent()) {
                occupy(plan, home.orElseThrow(), settled(plan, setting, names.name(home.orElseThrow())), taken);
            }
        }
    }

    /** A setting under the name that it has where it is now; two names can lead to one home. */
    private static Setting settled(Plan plan, Setting setting, Key name) {
        if (name.equals(setting.name()) || plan.find(name).isPresent()) {
            return setting;
        }
        plan.rename(setting, name);
        return setting.named(name);
    }

    /** Of two settings with one home the one stays that counted before. */
    private static void occupy(Plan plan, Key home, Setting setting, Map<Key, Setting> taken) {
        Setting other = taken.putIfAbsent(home, setting);
        if (other == null || setting.value() instanceof TomlTable) {
            return;
        }
        boolean wins = Sources.beats(plan.from(), setting, other);
        Setting gone = wins ? other : setting;
        taken.put(home, wins ? setting : other);
        plan.drop(gone, Notice.Kind.LOST, home + " says something else already");
    }

    /**
     * Whether a setting has no effect where it is, and would get one: in the old CRI table of a file of version 3, and in
     * the tables of the daemon's sockets of one of version 4.
     */
    private static boolean isLeftOver(Plan plan, Setting setting) {
        Key name = setting.name();
        boolean socket = plan.leaves(ConfigVersion.V4)
                && !SettingNames.of(ConfigVersion.V3).name(name).equals(name);
        return socket
                || plan.leaves(ConfigVersion.V3)
                        && name.startsWith(Cri.OLD)
                        && name.size() > Cri.OLD.size()
                        && before(plan.from(), setting.written().orElseThrow()).isEmpty();
    }

    private static void settle(Plan plan, Setting setting, boolean placed, boolean found) {
        Key written = setting.written().orElseThrow();
        Optional<SchemaKey> before = before(plan.from(), written);
        boolean lost = !found || !placed;
        if (!placed && found) {
            plan.drop(setting, Notice.Kind.LOST, "has no effect here, and would get one");
        } else if (lost && before.isPresent()) {
            boolean same = isDefault(before.get(), setting.value());
            plan.drop(
                    setting,
                    same ? Notice.Kind.NO_EFFECT : Notice.Kind.LOST,
                    (same ? "" : Secrets.mask(written, setting.value()).toToml() + " is lost: ") + "containerd "
                            + plan.target().writer() + " has no such setting");
        } else if (!placed) {
            plan.drop(setting, Notice.Kind.LOST, "no release of containerd has such a setting");
        } else if (!found) {
            plan.notice(
                    setting, Notice.Kind.LOST, "no release of containerd has such a setting; it stays, without effect");
        } else if (before.isEmpty() && isSetting(plan, setting)) {
            plan.notice(
                    setting,
                    Notice.Kind.CHANGED,
                    "has an effect now; config version " + plan.from().number() + " has no such setting here");
        } else if (!plan.counts(setting)) {
            plan.notice(
                    setting,
                    Notice.Kind.CHANGED,
                    "has an effect now; in config version "
                            + plan.from().number() + " containerd "
                            + SettingNames.release(plan.from()).line()
                            + " does not look here");
        }
    }

    private static boolean isSetting(Plan plan, Setting setting) {
        ConfigVersion version = plan.target().version();
        return SettingNames.of(version)
                .locate(setting.name())
                .flatMap(key -> KeySchema.of(plan.target().writer()).find(version, key))
                .isPresent();
    }

    /** The setting of the newest release that had it and read files of the version. */
    static Optional<SchemaKey> before(ConfigVersion version, Key written) {
        List<ReleaseLine> lines = new ArrayList<>();
        for (ReleaseLine line : ReleaseLine.values()) {
            ConfigVersion newest = line.newest().maxConfigVersion();
            if (newest == version || version == ConfigVersion.V1 && newest == ConfigVersion.V2) {
                lines.add(0, line);
            }
        }
        for (ReleaseLine line : lines) {
            Optional<SchemaKey> found = KeySchema.of(line.newest()).find(version, written);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static boolean isDefault(SchemaKey setting, TomlValue value) {
        return setting.defaultValue().map(value::equals).orElse(GoZero.is(value));
    }

    /** A plugin that no release brings along; nobody but its author knows its settings. */
    private static boolean isUnknownPlugin(Key key) {
        if (key.size() < 2 || !key.part(0).equals(new Key.Name("plugins")) || !(key.part(1) instanceof Key.Name id)) {
            return false;
        }
        for (ReleaseLine line : ReleaseLine.values()) {
            if (KeySchema.of(line.newest()).section(id.text()).isPresent()) {
                return false;
            }
        }
        return true;
    }

    private static boolean knows(ConfigVersion version, KeySchema schema, Key key) {
        boolean plugin = key.size() > 1 && key.part(0).equals(new Key.Name("plugins"));
        if (!plugin || key.size() > 2) {
            Optional<SchemaSection> section =
                    plugin && key.part(1) instanceof Key.Name id ? schema.plugin(version, id.text()) : Optional.empty();
            return schema.find(version, key).isPresent()
                    || section.isPresent() && section.get().keys().isEmpty();
        }
        return key.part(1) instanceof Key.Name id
                && schema.plugin(version, id.text()).isPresent();
    }
}
