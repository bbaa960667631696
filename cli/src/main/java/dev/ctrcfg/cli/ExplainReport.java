// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.model.Explanation;
import dev.ctrcfg.model.SettingEra;
import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.release.ReleaseRange;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What there is to say about a setting.
 *
 * @param explanation what is known of it
 * @param seen its value in a file, if there is one
 */
record ExplainReport(Explanation explanation, Optional<SeenValue> seen) {

    String text() {
        StringBuilder out = new StringBuilder().append(explanation.name()).append('\n');
        explanation.description().ifPresent(text -> out.append(text).append('\n'));
        out.append('\n').append(eras());
        removedIn().ifPresent(line -> out.append("removed in ").append(line).append('\n'));
        out.append('\n').append(places());
        if (!explanation.settings().isEmpty()) {
            out.append('\n').append(settings());
        }
        seen.ifPresent(value -> append(out, value));
        return out.toString();
    }

    private String eras() {
        TextTable table = new TextTable(List.of("RELEASES", "TYPE", "DEFAULT", ""));
        for (SettingEra era : explanation.eras()) {
            table.row(List.of(
                    era.releases().toString(),
                    era.type().toString(),
                    era.defaultValue().map(TomlValue::toToml).orElse("-"),
                    era.deprecated() ? "deprecated" : ""));
        }
        return table.toString();
    }

    private String places() {
        TextTable table = new TextTable(List.of("VERSION", "KEY"));
        for (Map.Entry<ConfigVersion, Key> place : explanation.places().entrySet()) {
            table.row(List.of(
                    Integer.toString(place.getKey().number()), place.getValue().toString()));
        }
        return table.toString();
    }

    private String settings() {
        TextTable table = new TextTable(List.of("SETTING", "RELEASES", "DEFAULT", ""));
        for (Key inside : explanation.settings()) {
            Explanation.of(explanation.name().resolve(inside)).ifPresent(known -> table.row(row(inside, known)));
        }
        return table.toString();
    }

    private static List<String> row(Key key, Explanation setting) {
        SettingEra newest = newest(setting);
        ReleaseRange all = new ReleaseRange(
                setting.eras().get(0).releases().first(), newest.releases().last());
        return List.of(
                name(key),
                all.toString(),
                newest.defaultValue().map(TomlValue::toToml).orElse("-"),
                setting.description().orElse(""));
    }

    /** The era that lasts longest, which a distribution's build of one release does not. */
    private static SettingEra newest(Explanation setting) {
        SettingEra newest = setting.eras().get(0);
        for (SettingEra era : setting.eras()) {
            boolean later = !newest.releases().last().isAtLeast(era.releases().last());
            newest = later ? era : newest;
        }
        return newest;
    }

    private static String name(Key key) {
        String last = key.name(key.size() - 1);
        return key.size() > 1 ? "*." + last : last;
    }

    private static void append(StringBuilder out, SeenValue seen) {
        out.append("\ncontainerd ").append(seen.release()).append(" sees ");
        out.append(seen.value().map(TomlValue::toToml).orElse("no value")).append('\n');
        seen.origin().ifPresent(origin -> out.append("from ").append(origin).append('\n'));
    }

    /** The first line without the setting; empty if the newest has it. */
    private Optional<ReleaseLine> removedIn() {
        ReleaseLine last = ReleaseLine.V1_2;
        for (SettingEra era : explanation.eras()) {
            ReleaseLine end = era.releases().last();
            last = end.isAtLeast(last) ? end : last;
        }
        return last.next();
    }

    /** The same for programs. */
    TomlTable table() {
        TomlTable.Builder table =
                TomlTable.builder().put("name", explanation.name().toString());
        explanation.description().ifPresent(text -> table.put("description", text));
        List<TomlValue> eras = new ArrayList<>();
        explanation.eras().forEach(era -> eras.add(table(era)));
        table.put("eras", new TomlArray(eras));
        removedIn().ifPresent(line -> table.put("removed_in", line.toString()));
        TomlTable.Builder places = TomlTable.builder();
        explanation.places().forEach((version, key) -> places.put(Integer.toString(version.number()), key.toString()));
        table.put("places", places.build());
        if (!explanation.settings().isEmpty()) {
            List<TomlValue> settings = new ArrayList<>();
            explanation.settings().forEach(key -> settings.add(new TomlString(name(key))));
            table.put("settings", new TomlArray(settings));
        }
        seen.ifPresent(value -> addTo(table, value));
        return table.build();
    }

    private static TomlTable table(SettingEra era) {
        TomlTable.Builder table = TomlTable.builder()
                .put("releases", era.releases().toString())
                .put("first", era.releases().first().toString())
                .put("last", era.releases().last().toString())
                .put("type", era.type().toString());
        era.defaultValue().ifPresent(value -> table.put("default", value));
        return table.put("deprecated", era.deprecated()).build();
    }

    private static void addTo(TomlTable.Builder table, SeenValue seen) {
        TomlTable.Builder inFile =
                TomlTable.builder().put("containerd", seen.release().toString());
        inFile.put("key", seen.key().toString());
        seen.value().ifPresent(value -> inFile.put("value", value));
        seen.origin().ifPresent(origin -> inFile.put("origin", origin.table()));
        table.put("seen", inFile.build());
    }
}
