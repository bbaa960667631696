// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ctrcfg.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the resource with the names that Go has for settings, as {@link KeySchemaGenerator} does for the settings. */
final class GoFieldsGenerator {

    private static final List<String> NEWEST_FIRST = List.of(
            "2.4.0-beta.0", "2.3.4", "2.2.7", "2.1.9", "2.0.11", "1.7.34", "1.6.39", "1.5.18", "1.4.9", "1.3.10");
    private static final String OLD_READER = "1.4.9";
    private static final String HEADER = """
            # The names that Go has for containerd's settings, as error messages show them. Written by GoFieldsGenerator.
            # [section] <tab> the struct it was decoded into in containerd 1.4
            # path <tab> struct and field <tab> type
            """;

    private GoFieldsGenerator() {}

    static String generate(Path containerd) {
        Map<String, Map<String, String>> sections = new TreeMap<>();
        Map<String, String> structs = new LinkedHashMap<>();
        for (String release : NEWEST_FIRST) {
            JsonNode schema = SharedData.json(containerd.resolve("schema/containerd-" + release + ".json"));
            schema.path("sections").properties().forEach(entry -> {
                if (!entry.getKey().startsWith("options:")) {
                    add(sections.computeIfAbsent(entry.getKey(), any -> new LinkedHashMap<>()), entry.getValue());
                }
                JsonNode first = entry.getValue().path("keys").path(0);
                if (release.equals(OLD_READER) && !first.isMissingNode()) {
                    structs.put(entry.getKey(), simple(first.path("go_struct").asText()));
                }
            });
        }
        StringBuilder out = new StringBuilder(HEADER);
        sections.forEach((id, lines) -> {
            if (!lines.isEmpty()) {
                out.append('[').append(id).append("]\t").append(structs.getOrDefault(id, ""));
                out.append('\n');
                lines.values().forEach(line -> out.append(line).append('\n'));
            }
        });
        return out.toString();
    }

    private static void add(Map<String, String> lines, JsonNode section) {
        for (JsonNode key : section.path("keys")) {
            String path = key.path("path").asText();
            String field = simple(key.path("go_struct").asText()) + "."
                    + key.path("go_field").asText();
            lines.putIfAbsent(
                    path, path + "\t" + field + "\t" + key.path("go_type").asText());
        }
    }

    private static String simple(String struct) {
        return struct.substring(struct.lastIndexOf('/') + 1);
    }

    static void update(Path containerd) throws IOException {
        Files.writeString(Path.of("src/main/resources/dev/ctrcfg/release/go-fields.txt"), generate(containerd));
    }
}
