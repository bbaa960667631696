// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A JSON text as TOML has its values.
 *
 * @param value the value; objects are tables, and members that are {@code null} are not in there
 * @param nullMembers the keys of those members, in the order of the text
 */
public record JsonText(TomlValue value, List<Key> nullMembers) {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Copies the list. */
    public JsonText {
        nullMembers = List.copyOf(nullMembers);
    }

    /**
     * {@return what a text means}
     *
     * @param json the text
     * @throws IllegalArgumentException if it is not JSON, or holds something that TOML cannot: {@code null} outside of
     *     objects, an integer of more than 64 bits, or half of a surrogate pair; the message says where
     */
    public static JsonText parse(String json) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            return new Reader(parser).document();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(place(e.getLocation()) + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String place(com.fasterxml.jackson.core.@org.jspecify.annotations.Nullable JsonLocation location) {
        return location == null ? "" : location.getLineNr() + ":" + location.getColumnNr() + ": ";
    }

    private static final class Reader {

        private final JsonParser parser;
        private final List<Key> nulls = new ArrayList<>();

        Reader(JsonParser parser) {
            this.parser = parser;
        }

        JsonText document() throws IOException {
            if (parser.nextToken() == null) {
                throw refused("there is nothing in it");
            }
            TomlValue value = value(Key.ROOT);
            if (parser.nextToken() != null) {
                throw refused("there is more than one value");
            }
            return new JsonText(value, nulls);
        }

        private TomlValue value(Key key) throws IOException {
            JsonToken token = parser.currentToken();
            return switch (token) {
                case START_OBJECT -> table(key);
                case START_ARRAY -> array(key);
                case VALUE_STRING -> TomlValue.of(text(parser.getText()));
                case VALUE_TRUE -> TomlValue.of(true);
                case VALUE_FALSE -> TomlValue.of(false);
                case VALUE_NUMBER_INT -> integer();
                case VALUE_NUMBER_FLOAT -> TomlValue.of(parser.getDoubleValue());
                default -> throw refused("TOML has no value for " + parser.getText());
            };
        }

        /** JSON can escape half a character, which TOML has no way to write. */
        private String text(String text) {
            if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
                throw refused("a string of TOML has no unpaired surrogate");
            }
            return text;
        }

        private TomlValue integer() throws IOException {
            if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
                throw refused("an integer of TOML has 64 bits");
            }
            return TomlValue.of(parser.getLongValue());
        }

        private TomlValue table(Key key) throws IOException {
            TomlTable.Builder table = TomlTable.builder();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = text(parser.currentName());
                if (parser.nextToken() == JsonToken.VALUE_NULL) {
                    nulls.add(key.child(name));
                } else {
                    table.put(name, value(key.child(name)));
                }
            }
            return table.build();
        }

        private TomlValue array(Key key) throws IOException {
            List<TomlValue> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(key.child(items.size())));
            }
            return new TomlArray(items);
        }

        private IllegalArgumentException refused(String why) {
            return new IllegalArgumentException(place(parser.currentTokenLocation()) + why);
        }
    }
}
