// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ctrcfg.testing.SharedData;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes the schema resource from the measurements: the schemas that reflection over containerd's config structs gave,
 * and what {@code config default} printed. Run it from the top folder, with the measurements in {@code ../shared}:
 *
 * <pre>{@code
 * mvn -pl core test -Dtest=KeySchemaGeneratorTest -Dctrcfg.shared=/path/to/shared -Dctrcfg.generate=true
 * }</pre>
 */
final class KeySchemaGenerator {

    private static final List<String> LINES =
            List.of("1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "2.0", "2.1", "2.2", "2.3", "2.4");
    private static final List<String> MEASURED = List.of(
            "1.2.14",
            "1.3.10",
            "1.4.9",
            "1.5.18",
            "1.6.39",
            "1.7.34",
            "2.0.11",
            "2.1.9",
            "2.2.7",
            "2.3.4",
            "2.4.0-beta.0");
    private static final Map<String, String> DEBIAN = debian();

    /** What a Debian build does not have although upstream's last release of the line does; seen in what it prints. */
    private static final Map<String, Set<String>> LATER_THAN_DEBIAN = Map.of(
            KeySchema.TOP_LEVEL + " proxy_plugins.*.platform", Set.of("1.6d"),
            KeySchema.TOP_LEVEL + " proxy_plugins.*.exports", Set.of("1.6d"));

    private static final String HEADER = """
            # The settings of containerd by release. Written by KeySchemaGenerator from measurements: do not edit by hand.
            # [section] <tab> releases that have it <tab> releases whose default configuration shows its table
            # path <tab> type <tab> releases <tab> default (=printed or ~not printed) <tab> D deprecated, d inherited, m mentioned
            # +key <tab> releases <tab> value in the default configuration
            """;

    /** One setting in one release. */
    private record Fact(String type, String fallback, String deprecation) {}

    /** Everything about one section. */
    private static final class Section {
        final Set<String> releases = new LinkedHashSet<>();
        final Set<String> printed = new LinkedHashSet<>();
        final Map<String, Map<Fact, Set<String>>> keys = new LinkedHashMap<>();
        final Map<String, Map<String, Set<String>>> instances = new TreeMap<>();
    }

    private final Path containerd;
    private final Map<String, Section> sections = new TreeMap<>();
    private final Map<String, Map<String, String>> thresholds = new LinkedHashMap<>();

    private KeySchemaGenerator(Path containerd) {
        this.containerd = containerd;
    }

    private static Map<String, String> debian() {
        Map<String, String> releases = new LinkedHashMap<>();
        releases.put("1.6d", "1.6.20");
        releases.put("1.7d", "1.7.24");
        releases.put("2.1d", "2.1.9");
        return releases;
    }

    /** The text of the resource, from the folder with containerd's measurements. */
    static String generate(Path containerd) throws IOException {
        KeySchemaGenerator generator = new KeySchemaGenerator(containerd);
        generator.readThresholds();
        for (int i = LINES.size() - 1; i >= 0; i--) {
            generator.readLine(LINES.get(i), MEASURED.get(i));
        }
        return generator.write();
    }

    /** Settings that a line has only from some patch level on stand in the notes of the table of CRI settings. */
    private void readThresholds() {
        for (JsonNode change : SharedData.json(containerd.resolve("schema/cri-key-changes.json"))) {
            for (JsonNode note : change.path("notes")) {
                String[] words = note.asText().split(": since v", -1);
                if (words.length == 2 && words[1].startsWith(words[0].substring(1) + ".")) {
                    addThreshold(change, words[0].substring(1), words[1]);
                }
            }
        }
    }

    private void addThreshold(JsonNode change, String line, String version) {
        if (line.startsWith("1.")) {
            threshold(PluginIds.CRI + " " + change.path("v2_key").asText(), line, version);
            return;
        }
        for (JsonNode place : change.path("v3_keys")) {
            threshold(place.path("plugin").asText() + " " + place.path("key").asText(), line, version);
        }
    }

    private void threshold(String key, String line, String version) {
        thresholds.computeIfAbsent(key, any -> new LinkedHashMap<>()).put(line, version);
    }

    private void readLine(String line, String measured) {
        JsonNode schema = SharedData.json(containerd.resolve("schema/containerd-" + measured + ".json"));
        Map<String, Map<String, TomlValue>> defaults = leaves("containerd-" + measured + ".toml", schema);
        schema.path("sections").properties().forEach(entry -> {
            Map<String, TomlValue> printed = defaults.get(entry.getKey());
            addSection(line, entry.getKey(), entry.getValue(), printed == null ? Map.of() : printed);
        });
        addPrinted(line, defaults);
        for (Map.Entry<String, String> build : DEBIAN.entrySet()) {
            if (build.getKey().equals(line + "d")) {
                Map<String, Map<String, TomlValue>> own =
                        leaves("containerd-" + build.getValue() + "-debian.toml", schema);
                addDebian(build.getKey(), schema, defaults, own);
            }
        }
    }

    private void addSection(String column, String id, JsonNode node, Map<String, TomlValue> printed) {
        Section section = section(id);
        section.releases.add(column);
        for (JsonNode key : node.path("keys")) {
            addKey(section, column, key, printed);
        }
    }

    private Section section(String id) {
        return sections.computeIfAbsent(id, any -> new Section());
    }

    private static void addKey(Section section, String column, JsonNode key, Map<String, TomlValue> printed) {
        String path = key.path("path").asText();
        Fact fact = new Fact(key.path("type").asText(), fallback(key, printed.get(path)), deprecation(key));
        section.keys
                .computeIfAbsent(path, any -> new LinkedHashMap<>())
                .computeIfAbsent(fact, any -> new LinkedHashSet<>())
                .add(column);
    }

    private static String fallback(JsonNode key, @Nullable TomlValue printed) {
        if (printed != null) {
            return "=" + printed.toToml();
        }
        JsonNode registered = key.path("registered_default");
        boolean known = !registered.isMissingNode() && !registered.isNull();
        return known && registered.isValueNode()
                ? "~" + SharedData.value(registered).toToml()
                : "";
    }

    private static String deprecation(JsonNode key) {
        if (key.path("deprecated").asBoolean()) {
            return "D";
        }
        if (key.has("deprecated_parent")) {
            return "d";
        }
        return key.path("mentions_deprecation").asBoolean() ? "m" : "";
    }

    /** What a default configuration holds, by section and then by key; an empty table is a value. */
    private Map<String, Map<String, TomlValue>> leaves(String file, JsonNode schema) {
        TomlTable root = SharedData.toml(containerd.resolve("defaults").resolve(file));
        Map<String, String> ids = new LinkedHashMap<>();
        schema.path("sections").properties().forEach(entry -> {
            if (entry.getValue().path("has_config").asBoolean()) {
                ids.put(entry.getValue().path("config_key").asText(), entry.getKey());
            }
        });
        Map<String, Map<String, TomlValue>> found = new LinkedHashMap<>();
        found.put(KeySchema.TOP_LEVEL, new LinkedHashMap<>());
        collect(root.without("plugins"), Key.ROOT, found.get(KeySchema.TOP_LEVEL));
        TomlTable plugins = (TomlTable) root.entries().getOrDefault("plugins", TomlTable.EMPTY);
        plugins.entries().forEach((name, table) -> {
            Map<String, TomlValue> leaves = new LinkedHashMap<>();
            collect((TomlTable) table, Key.ROOT, leaves);
            found.put(ids.get(name), leaves);
        });
        return found;
    }

    private static void collect(TomlTable table, Key at, Map<String, TomlValue> leaves) {
        table.entries().forEach((name, value) -> {
            Key key = at.child(name);
            if (value instanceof TomlTable inner && !inner.isEmpty()) {
                collect(inner, key, leaves);
            } else {
                leaves.put(key.toString(), value);
            }
        });
    }

    private void addPrinted(String column, Map<String, Map<String, TomlValue>> defaults) {
        defaults.forEach((id, leaves) -> {
            Section section = section(id);
            section.printed.add(column);
            leaves.forEach((key, value) -> {
                if (!section.keys.containsKey(key)) {
                    section.instances
                            .computeIfAbsent(key, any -> new LinkedHashMap<>())
                            .computeIfAbsent(value.toToml(), any -> new LinkedHashSet<>())
                            .add(column);
                }
            });
        });
    }

    /** Debian's builds have what upstream's have, except what upstream prints and they do not. */
    private void addDebian(
            String column,
            JsonNode schema,
            Map<String, Map<String, TomlValue>> upstream,
            Map<String, Map<String, TomlValue>> own) {
        schema.path("sections").properties().forEach(entry -> {
            String id = entry.getKey();
            if (upstream.containsKey(id) && !own.containsKey(id)) {
                return;
            }
            Map<String, TomlValue> theirs = upstream.getOrDefault(id, Map.of());
            Map<String, TomlValue> printed = own.getOrDefault(id, Map.of());
            Section section = section(id);
            section.releases.add(column);
            for (JsonNode key : entry.getValue().path("keys")) {
                if (isPrintedAsBefore(key.path("path").asText(), theirs.keySet(), printed.keySet())) {
                    addKey(section, column, key, printed);
                }
            }
        });
        addPrinted(column, own);
    }

    private static boolean isPrintedAsBefore(String path, Collection<String> theirs, Collection<String> own) {
        return theirs.stream().noneMatch(key -> matches(path, key))
                || own.stream().anyMatch(key -> matches(path, key));
    }

    private static boolean matches(String path, String key) {
        String[] parts = path.split("\\.", -1);
        Key names = Key.parse(key);
        if (parts.length > names.size()) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].equals("*") && !parts[i].equals(names.name(i))) {
                return false;
            }
        }
        return true;
    }

    private String write() {
        StringBuilder out = new StringBuilder(HEADER);
        sections.forEach((id, section) -> {
            out.append('[').append(id).append("]\t").append(set(section.releases, Map.of()));
            out.append('\t').append(set(section.printed, Map.of())).append('\n');
            section.keys.forEach((path, facts) -> writeKey(out, id, path, facts));
            section.instances.forEach((key, values) -> values.forEach((value, columns) -> out.append('+')
                    .append(key)
                    .append('\t')
                    .append(set(columns, instanceThresholds(id, key)))
                    .append('\t')
                    .append(value)
                    .append('\n')));
        });
        return out.toString();
    }

    private void writeKey(StringBuilder out, String id, String path, Map<Fact, Set<String>> facts) {
        Map<String, String> limits = thresholds.getOrDefault(id + " " + path, Map.of());
        facts.forEach((fact, columns) -> {
            columns.removeAll(LATER_THAN_DEBIAN.getOrDefault(id + " " + path, Set.of()));
            String line = path + "\t" + fact.type + "\t" + set(columns, limits) + "\t" + fact.fallback + "\t"
                    + fact.deprecation;
            out.append(line.stripTrailing()).append('\n');
        });
    }

    private Map<String, String> instanceThresholds(String id, String key) {
        for (Map.Entry<String, Map<String, String>> entry : thresholds.entrySet()) {
            String prefix = id + " ";
            if (entry.getKey().startsWith(prefix) && matches(entry.getKey().substring(prefix.length()), key)) {
                return entry.getValue();
            }
        }
        return Map.of();
    }

    /** The columns in the form that {@link ReleaseSet} reads. */
    private static String set(Set<String> columns, Map<String, String> limits) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < LINES.size(); i++) {
            int last = i;
            while (last < LINES.size() && columns.contains(LINES.get(last))) {
                last++;
            }
            if (last > i) {
                parts.add(last - 1 == i ? LINES.get(i) : LINES.get(i) + "-" + LINES.get(last - 1));
                i = last;
            }
        }
        for (String build : DEBIAN.keySet()) {
            boolean line = columns.contains(build.substring(0, 3));
            if (line != columns.contains(build)) {
                parts.add((line ? "!" : "") + build);
            }
        }
        limits.forEach((line, version) -> {
            if (columns.contains(line)) {
                parts.add(">=" + version);
            }
        });
        return String.join(",", parts);
    }

    /** Writes the resource where the sources hold it. */
    static void update(Path containerd) throws IOException {
        Files.writeString(Path.of("src/main/resources/dev/ctrcfg/release/keys.txt"), generate(containerd));
    }
}
