// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlBoolean;
import dev.ctrcfg.toml.TomlFloat;
import dev.ctrcfg.toml.TomlInteger;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes records of settings whose types are known to be right. The only class that loads Jackson's databind, which costs
 * a process some tenths of a second: nothing calls it but {@link ConfigReader#config()}.
 */
final class Binder {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String UNKNOWN = "unknown";

    /** Tables that are records whether they are written or not. */
    private static final List<Key> ALWAYS = List.of(
            Key.of("debug"),
            Key.of("grpc"),
            Key.of("ttrpc"),
            Key.of("metrics"),
            Key.of("cgroup"),
            Key.of("cri"),
            Key.of("cri", "cni"),
            Key.of("cri", "images", "registry"),
            Key.of("cri", "images", "image_decryption"),
            Key.of("cri", "streaming_server", "x509_key_pair_streaming"));

    private static final ObjectMapper MAPPER = mapper();

    private Binder() {}

    private static ObjectMapper mapper() {
        SimpleModule module = new SimpleModule()
                .addDeserializer(Optional.class, new OptionalDeserializer())
                .addDeserializer(TomlTable.class, new TomlTableDeserializer());
        JsonMapper mapper = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(MapperFeature.CAN_OVERRIDE_ACCESS_MODIFIERS)
                .addModule(module)
                .build();
        JsonSetter.Value empty = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);
        mapper.configOverride(List.class).setSetterInfo(empty);
        mapper.configOverride(Map.class).setSetterInfo(empty);
        return mapper;
    }

    static ContainerdConfig bind(Settings settings, Optional<ConfigVersion> version, Map<String, TomlTable> plugins) {
        ObjectNode root = NODES.objectNode();
        for (Key table : ALWAYS) {
            table(root, table);
        }
        for (Map.Entry<Key, TomlValue> value : settings.values.entrySet()) {
            put(root, value.getKey(), value.getValue());
        }
        for (Map.Entry<Key, TomlTable.Builder> unknown : settings.unknown.entrySet()) {
            table(root, unknown.getKey()).putPOJO(UNKNOWN, unknown.getValue().build());
        }
        ObjectNode tables = root.putObject("plugins");
        plugins.forEach(tables::putPOJO);
        root.remove("version");
        version.ifPresent(number -> root.put("version", number.name()));
        try {
            return MAPPER.treeToValue(root, ContainerdConfig.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record does not fit the schema: " + e.getMessage(), e);
        }
    }

    private static ObjectNode table(ObjectNode root, Key key) {
        ObjectNode at = root;
        for (int i = 0; i < key.size(); i++) {
            at = at.withObjectProperty(key.name(i));
        }
        return at;
    }

    private static void put(ObjectNode root, Key key, TomlValue value) {
        if (value.equals(TomlTable.EMPTY)) {
            table(root, key);
        } else {
            String name = ((Key.Name) key.last()).text();
            table(root, key.parent()).set(name, node(value));
        }
    }

    private static JsonNode node(TomlValue value) {
        return switch (value.type()) {
            case STRING -> NODES.textNode(((TomlString) value).value());
            case INTEGER -> NODES.numberNode(((TomlInteger) value).value());
            case FLOAT -> NODES.numberNode(((TomlFloat) value).value());
            case BOOLEAN -> NODES.booleanNode(((TomlBoolean) value).value());
            case ARRAY -> array((TomlArray) value);
            case TABLE, DATE_TIME -> NODES.pojoNode(value);
        };
    }

    private static ArrayNode array(TomlArray array) {
        ArrayNode node = NODES.arrayNode();
        array.items().forEach(item -> node.add(node(item)));
        return node;
    }
}
