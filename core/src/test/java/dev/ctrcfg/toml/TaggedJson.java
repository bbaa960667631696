// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Values written as JSON with the type beside each: {@code {"type": "integer", "value": "1"}}. */
final class TaggedJson {

    private TaggedJson() {}

    static TomlValue read(JsonNode node) {
        if (node.isArray()) {
            List<TomlValue> items = new ArrayList<>();
            node.forEach(item -> items.add(read(item)));
            return new TomlArray(items);
        }
        if (node.size() == 2
                && node.path("type").isTextual()
                && node.path("value").isTextual()) {
            return scalar(node.get("type").asText(), node.get("value").asText());
        }
        TomlTable.Builder table = TomlTable.builder();
        node.properties().forEach(entry -> table.put(entry.getKey(), read(entry.getValue())));
        return table.build();
    }

    private static TomlValue scalar(String type, String value) {
        return switch (type) {
            case "string" -> TomlValue.of(value);
            case "integer" -> TomlValue.of(Long.parseLong(value));
            case "float" -> TomlValue.of(floating(value));
            case "bool" -> TomlValue.of(Boolean.parseBoolean(value));
            case "datetime" -> new TomlDateTime(OffsetDateTime.parse(value));
            case "datetime-local" -> new TomlDateTime(LocalDateTime.parse(value));
            case "date-local" -> new TomlDateTime(LocalDate.parse(value));
            case "time-local" -> new TomlDateTime(LocalTime.parse(value));
            default -> throw new IllegalArgumentException(type);
        };
    }

    private static double floating(String value) {
        return switch (value) {
            case "inf", "+inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "nan", "+nan", "-nan" -> Double.NaN;
            default -> Double.parseDouble(value);
        };
    }
}
