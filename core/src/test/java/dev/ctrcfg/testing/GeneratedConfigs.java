// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.testing;

import dev.ctrcfg.migrate.ConfigText;
import dev.ctrcfg.model.CriLayout;
import dev.ctrcfg.model.SettingNames;
import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.DefaultConfig;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlInteger;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Files of every version with settings that the releases of the version have, each with comments of its own. */
public final class GeneratedConfigs {

    private static final int MOST_SETTINGS = 14;

    private GeneratedConfigs() {}

    private record Line(Key key, TomlValue value, boolean commented) {}

    /** {@return files of any version} */
    public static Arbitrary<ConfigText> any() {
        return Arbitraries.of(ConfigVersion.values()).flatMap(GeneratedConfigs::of);
    }

    /**
     * {@return files of a version}
     *
     * @param version the version
     */
    public static Arbitrary<ConfigText> of(ConfigVersion version) {
        Arbitrary<List<Line>> lines = line(version).list().ofMaxSize(MOST_SETTINGS);
        return Combinators.combine(lines, Arbitraries.of(true, false))
                .as((all, dotted) -> new ConfigText("generated.toml", document(version, all, dotted)));
    }

    private static Arbitrary<Line> line(ConfigVersion version) {
        return Combinators.combine(
                        Arbitraries.oneOf(Arbitraries.of(defaults(version)), Arbitraries.of(others(version))),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 3))
                .as((setting, commented, change) ->
                        new Line(setting.getKey(), varied(setting.getValue(), change), commented));
    }

    private static TomlValue varied(TomlValue value, int change) {
        if (change == 0) {
            return value;
        }
        return switch (value.type()) {
            case STRING -> change == 1 ? TomlValue.of("") : value;
            case INTEGER -> TomlValue.of(change == 1 ? 0 : ((TomlInteger) value).value() + change);
            case BOOLEAN -> TomlValue.of(change == 1);
            default -> value;
        };
    }

    private static List<Map.Entry<Key, TomlValue>> defaults(ConfigVersion version) {
        TomlTable tree = DefaultConfig.of(SettingNames.release(version)).without("version");
        List<Map.Entry<Key, TomlValue>> settings = new ArrayList<>();
        collect(Key.ROOT, tree, settings);
        settings.removeIf(setting ->
                version == ConfigVersion.V1 && setting.getKey().part(0).equals(new Key.Name("plugins")));
        return settings;
    }

    private static void collect(Key key, TomlValue value, List<Map.Entry<Key, TomlValue>> settings) {
        if (value instanceof TomlTable table) {
            table.entries().forEach((name, below) -> collect(key.child(name), below, settings));
        } else {
            settings.add(Map.entry(key, value));
        }
    }

    /** Settings of the CRI plugin that no default has, and what else changed its place or its meaning. */
    private static List<Map.Entry<Key, TomlValue>> others(ConfigVersion version) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("runtimes.kata.runtime_type", "'io.containerd.kata.v2'");
        values.put("runtimes.kata.snapshotter", "'devmapper'");
        values.put("runtimes.kata.pod_annotations", "['io.katacontainers.*']");
        values.put("runtimes.kata.options.ConfigPath", "'/etc/kata.toml'");
        values.put("runtimes.old.runtime_type", "'io.containerd.runtime.v1.linux'");
        values.put("runtimes.old.runtime_engine", "'/usr/bin/crun'");
        values.put("runtimes.runc.options.SystemdCgroup", "true");
        values.put("runtimes.\"a.b\".runtime_path", "'/opt/shim'");
        values.put("default_runtime_name", "'kata'");
        values.put("snapshotter", "'native'");
        values.put("sandbox_image", "'registry.example.com/pause:3.9'");
        values.put("registry.mirrors.\"docker.io\".endpoint", "['https://mirror.example.com']");
        values.put("registry.configs.\"registry.example.com\".auth.username", "'somebody'");
        values.put("cni.conf_dir", "'/etc/own/net.d'");
        values.put("max_concurrent_downloads", "7");
        values.put("stream_server_port", "'10010'");
        values.put("systemd_cgroup", "true");
        List<Map.Entry<Key, TomlValue>> settings = new ArrayList<>();
        CriLayout layout = CriLayout.of(version);
        values.forEach((name, value) ->
                layout.locate(Key.parse(name)).ifPresent(key -> settings.add(Map.entry(key, value(value)))));
        String disabled = version == ConfigVersion.V1 ? "['cri', 'aufs']" : "['io.containerd.internal.v1.restart']";
        settings.add(Map.entry(Key.of("disabled_plugins"), value(disabled)));
        settings.add(Map.entry(Key.parse("proxy_plugins.stargz.type"), value("'snapshot'")));
        settings.add(Map.entry(Key.parse("stream_processors.own.accepts"), value("['a/b']")));
        settings.add(Map.entry(Key.parse("timeouts.\"io.containerd.timeout.shim.load\""), value("'9s'")));
        settings.add(Map.entry(Key.parse("plugins.\"io.containerd.nobody.v1.knows\".a"), value("1")));
        return settings;
    }

    private static TomlValue value(String toml) {
        return TomlDocument.parse("v = " + toml).find(Key.of("v")).orElseThrow();
    }

    private static TomlDocument document(ConfigVersion version, List<Line> lines, boolean dotted) {
        Map<Key, Line> chosen = new LinkedHashMap<>();
        lines.forEach(line -> chosen.putIfAbsent(line.key(), line));
        StringBuilder out = new StringBuilder("version = " + version.number() + "\n");
        if (!dotted) {
            chosen.values().stream().filter(line -> line.key().size() == 1).forEach(line -> append(out, line, 0));
        }
        Map<Key, List<Line>> tables = new LinkedHashMap<>();
        for (Line line : chosen.values()) {
            if (dotted) {
                append(out, line, 0);
            } else if (line.key().size() > 1) {
                tables.computeIfAbsent(line.key().parent(), key -> new ArrayList<>())
                        .add(line);
            }
        }
        tables.forEach((table, own) -> {
            out.append("# table ").append(table.size()).append('\n');
            out.append('[').append(table).append("]\n");
            own.forEach(line -> append(out, line, table.size()));
        });
        return TomlDocument.parse(out.toString());
    }

    private static void append(StringBuilder out, Line line, int size) {
        int number = out.length();
        if (line.commented()) {
            out.append("# above ").append(number).append('\n');
        }
        out.append(line.key().tail(size)).append(" = ").append(line.value().toToml());
        out.append(line.commented() ? " # beside " + number + "\n" : "\n");
    }
}
