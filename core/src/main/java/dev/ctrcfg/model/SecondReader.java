// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlBoolean;
import dev.ctrcfg.toml.TomlDateTime;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A TOML reader that shares no code with this library's engine, Jackson's, as a witness that a text means what the engine
 * takes it to mean.
 */
public final class SecondReader {

    private SecondReader() {}

    /**
     * {@return why the reader cannot read a document, in one line; empty if it can}
     *
     * @param document the document
     */
    public static Optional<String> refusal(TomlDocument document) {
        try {
            read(document);
            return Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.of(String.valueOf(e.getOriginalMessage()));
        }
    }

    /**
     * {@return the first key that the reader understands otherwise than the engine; empty if there is none}
     *
     * @param document the document
     * @throws IllegalArgumentException if the reader cannot read it
     */
    public static Optional<Key> disagreement(TomlDocument document) {
        try {
            return inTable(Key.ROOT, document.root(), read(document));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not readable: " + e.getOriginalMessage(), e);
        }
    }

    private static JsonNode read(TomlDocument document) throws JsonProcessingException {
        try {
            return new TomlMapper().readTree(document.bytes());
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Key> inTable(Key key, TomlTable table, JsonNode node) {
        if (!node.isObject() || node.size() != table.size()) {
            return Optional.of(key);
        }
        for (Map.Entry<String, TomlValue> entry : table.entries().entrySet()) {
            JsonNode child = node.get(entry.getKey());
            Key place = key.child(entry.getKey());
            Optional<Key> found = child == null ? Optional.of(place) : inValue(place, entry.getValue(), child);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Key> inArray(Key key, TomlArray array, JsonNode node) {
        if (!node.isArray() || node.size() != array.size()) {
            return Optional.of(key);
        }
        Iterator<JsonNode> items = node.elements();
        for (int i = 0; i < array.size(); i++) {
            Optional<Key> found = inValue(key.child(i), array.items().get(i), items.next());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Key> inValue(Key key, TomlValue value, JsonNode node) {
        return switch (value.type()) {
            case TABLE -> inTable(key, (TomlTable) value, node);
            case ARRAY -> inArray(key, (TomlArray) value, node);
            default -> saysTheSame(value, node) ? Optional.empty() : Optional.of(key);
        };
    }

    private static boolean saysTheSame(TomlValue value, JsonNode node) {
        return switch (value.type()) {
            case STRING -> node.isTextual() && node.textValue().equals(((TomlString) value).value());
            case BOOLEAN -> node.isBoolean() && node.booleanValue() == ((TomlBoolean) value).value();
            case INTEGER, FLOAT -> node.isNumber() && node.equals(number(value));
            case DATE_TIME -> node.isTextual() && isSameTime((TomlDateTime) value, node.textValue());
            default -> false;
        };
    }

    /** This reader takes some numbers for others, which is no reason to distrust the engine; so it reads both. */
    private static @Nullable JsonNode number(TomlValue value) {
        try {
            return new TomlMapper().readTree("v = " + value.toToml()).get("v");
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static boolean isSameTime(TomlDateTime value, String text) {
        try {
            return TomlValue.parse(text).equals(value);
        } catch (RuntimeException e) {
            return false;
        }
    }
}
