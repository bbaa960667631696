// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.DefaultConfig;
import dev.ctrcfg.release.KeySchema;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.release.ReleaseRange;
import dev.ctrcfg.release.SchemaKey;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects what the releases say about a setting. */
final class Explainer {

    private static final List<String> OPTIONS = List.of("options:runc", "options:generic");

    /** Debian's builds that were measured. */
    private static final List<ContainerdRelease> DEBIAN = List.of(
            ContainerdRelease.parse("1.6.20-deb"),
            ContainerdRelease.parse("1.7.24-deb"),
            ContainerdRelease.parse("2.1.9-deb"));

    private final Key asked;
    private final Map<ConfigVersion, Key> places = new EnumMap<>(ConfigVersion.class);
    private final List<SettingEra> eras = new ArrayList<>();
    private final List<SettingEra> debian = new ArrayList<>();
    private Set<Key> inside = Set.of();
    private Optional<String> description = Optional.empty();

    Explainer(Key asked) {
        this.asked = asked;
    }

    Optional<Explanation> explain() {
        for (ReleaseLine line : ReleaseLine.values()) {
            add(line.newest());
        }
        eras.addAll(debian);
        eras.sort(Comparator.comparing(era -> era.releases().first()));
        return eras.isEmpty()
                ? Optional.empty()
                : Optional.of(new Explanation(name(), places, eras, description, List.copyOf(inside)));
    }

    private Key name() {
        Key newest = asked;
        for (Key place : places.values()) {
            newest = place;
        }
        return ConfigLayout.of(ConfigVersion.V3).nameOf(asked).orElse(newest);
    }

    private void add(ContainerdRelease release) {
        Optional<SchemaKey> setting = Optional.empty();
        for (ConfigVersion version : ConfigVersion.values()) {
            if (readsAsWritten(release, version)) {
                setting = at(release, version).or(() -> at(release, release.writtenConfigVersion()));
            }
        }
        if (setting.isPresent()) {
            SettingEra era = era(release, setting.get());
            add(era);
            addDebian(era);
            inside = TableSettings.of(release, setting.get());
            Optional<String> text = KeySchema.describe(setting.get());
            description = text.isPresent() ? text : description;
        }
    }

    private static boolean readsAsWritten(ContainerdRelease release, ConfigVersion version) {
        ConfigVersion written = release.writtenConfigVersion();
        boolean sameTables = version == ConfigVersion.V1 && written == ConfigVersion.V2
                || version == ConfigVersion.V3 && written == ConfigVersion.V4;
        return version == written || sameTables;
    }

    /** The setting at its place in files of a version, which is noted if it is there. */
    private Optional<SchemaKey> at(ContainerdRelease release, ConfigVersion version) {
        Optional<Key> place = ConfigLayout.of(version).place(asked);
        Optional<SchemaKey> found = place.flatMap(key -> find(release, version, key));
        if (found.isPresent()) {
            places.put(version, place.get());
        }
        return found;
    }

    private static Optional<SchemaKey> find(ContainerdRelease release, ConfigVersion version, Key key) {
        KeySchema schema = KeySchema.of(release);
        boolean inPlugins = key.size() == 2 && key.part(0).equals(new Key.Name(ConfigLayout.PLUGINS));
        if (inPlugins) {
            return TableSettings.ofPlugin(schema, version, key.part(1));
        }
        boolean option = !key.isRoot()
                && CriLayout.nameOf(key.parent())
                        .filter(name -> CriLayout.isOfRuntime(name, "options"))
                        .isPresent();
        return option ? option(schema, key) : schema.find(version, key);
    }

    private static Optional<SchemaKey> option(KeySchema schema, Key key) {
        Key name = key.tail(key.size() - 1);
        for (String struct : OPTIONS) {
            Optional<SchemaKey> found = schema.key(struct, name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private SettingEra era(ContainerdRelease release, SchemaKey setting) {
        ContainerdRelease first = release.isDebian()
                ? release
                : KeySchema.of(release)
                        .firstOfLine(setting)
                        .orElse(release.line().first());
        ReleaseRange range = new ReleaseRange(first, release.line());
        return new SettingEra(range, setting.type(), value(release, setting), setting.isDeprecated());
    }

    private Optional<TomlValue> value(ContainerdRelease release, SchemaKey setting) {
        if (TableSettings.isTable(setting)) {
            return Optional.empty();
        }
        Optional<Key> place = ConfigLayout.of(release.writtenConfigVersion()).place(asked);
        return place.flatMap(DefaultConfig.of(release)::find).or(setting::defaultValue);
    }

    private void add(SettingEra era) {
        SettingEra last = eras.isEmpty() ? null : eras.get(eras.size() - 1);
        if (last != null && goesOn(last, era)) {
            ReleaseRange longer = new ReleaseRange(
                    last.releases().first(), era.releases().first().line());
            eras.set(eras.size() - 1, new SettingEra(longer, era.type(), era.defaultValue(), era.deprecated()));
        } else {
            eras.add(era);
        }
    }

    private static boolean goesOn(SettingEra earlier, SettingEra later) {
        ContainerdRelease first = later.releases().first();
        return earlier.isLike(later)
                && first.patch() == 0
                && earlier.releases().last().next().equals(Optional.of(first.line()));
    }

    /** Debian's build of a line, where it differs. */
    private void addDebian(SettingEra upstream) {
        for (ContainerdRelease build : DEBIAN) {
            if (build.line() == upstream.releases().last()) {
                Optional<SettingEra> era =
                        at(build, build.writtenConfigVersion()).map(setting -> era(build, setting));
                era.filter(own -> !own.isLike(upstream)).ifPresent(debian::add);
            }
        }
    }
}
