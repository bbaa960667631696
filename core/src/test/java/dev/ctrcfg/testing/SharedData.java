// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The measurements among the reference data, read by Jackson. */
public final class SharedData {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TomlMapper TOML = new TomlMapper();

    private SharedData() {}

    /** {@return a file or folder of the measurements; the test is skipped, and says why, if they are not there} */
    public static Path path(String first, String... more) {
        return Shared.require(Path.of(first, more).toString());
    }

    /** {@return a JSON file} */
    public static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return a TOML file, read by Jackson} */
    public static TomlTable toml(Path file) {
        try {
            return (TomlTable) value(TOML.readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the TOML value that says the same as a JSON one} */
    public static TomlValue value(JsonNode node) {
        if (node.isObject()) {
            TomlTable.Builder table = TomlTable.builder();
            node.properties().forEach(entry -> table.put(entry.getKey(), value(entry.getValue())));
            return table.build();
        }
        if (node.isArray()) {
            List<TomlValue> items = new ArrayList<>();
            node.forEach(item -> items.add(value(item)));
            return new TomlArray(items);
        }
        return scalar(node);
    }

    private static TomlValue scalar(JsonNode node) {
        if (node.isBoolean()) {
            return TomlValue.of(node.booleanValue());
        }
        if (node.isIntegralNumber()) {
            return TomlValue.of(node.longValue());
        }
        return node.isNumber() ? TomlValue.of(node.doubleValue()) : TomlValue.of(node.asText());
    }
}
