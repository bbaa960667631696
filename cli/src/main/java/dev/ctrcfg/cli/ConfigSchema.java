// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.KeySchema;
import dev.ctrcfg.release.KeyType;
import dev.ctrcfg.release.SchemaKey;
import dev.ctrcfg.release.SchemaLevel;
import dev.ctrcfg.release.SchemaSection;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlInteger;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlTable;
import java.util.List;
import java.util.Optional;

/**
 * The schema of a release's configuration file in the language of JSON Schema, draft 7, which editors of TOML read.
 *
 * <p>It is stricter than containerd where an editor can help: containerd skips keys that it does not know, and the schema
 * refuses them in the tables whose keys are known.
 */
final class ConfigSchema {

    private static final String TYPE = "type";
    private static final String PLUGINS = "plugins";
    private static final String OPTIONS_OF_RUNTIMES = "runtimes.*.options";
    /** What Go's time.ParseDuration takes; nothing at all stands for no duration. */
    private static final String DURATION = "^(|0|[-+]?(([0-9]+(\\.[0-9]*)?|\\.[0-9]+)(ns|us|µs|μs|ms|s|m|h))+)$";

    private final KeySchema keys;
    private final ConfigVersion version;

    private ConfigSchema(ContainerdRelease release) {
        keys = KeySchema.of(release);
        version = release.writtenConfigVersion();
    }

    /** {@return the schema of the version of the file that a release writes} */
    static TomlTable of(ContainerdRelease release) {
        ConfigSchema schema = new ConfigSchema(release);
        String title = "Configuration of containerd " + release + ", version " + schema.version.number();
        return TomlTable.builder()
                .put("$schema", "http://json-schema.org/draft-07/schema#")
                .put("title", title)
                .put(TYPE, "object")
                .put("properties", schema.topLevel())
                .put("additionalProperties", false)
                .build();
    }

    private TomlTable topLevel() {
        SchemaSection section = keys.section(KeySchema.TOP_LEVEL).orElseThrow();
        TomlTable.Builder properties = TomlTable.builder();
        properties.put(
                "version",
                TomlTable.builder()
                        .put("description", "the version of the file's layout")
                        .put("const", new TomlInteger(version.number()))
                        .build());
        for (String name : section.root().names()) {
            if (!name.equals(PLUGINS) && !name.equals("version")) {
                properties.put(name, of(section.root().child(name).orElseThrow()));
            }
        }
        return properties.put(PLUGINS, plugins()).build();
    }

    /** Plugins that are not built in have settings of their own. */
    private TomlTable plugins() {
        TomlTable.Builder properties = TomlTable.builder();
        for (String id : keys.sectionIds()) {
            SchemaSection section = keys.section(id).orElseThrow();
            String name = section.tableName(version);
            boolean isPlugin = !id.equals(KeySchema.TOP_LEVEL) && !id.startsWith("options:");
            if (isPlugin
                    && keys.plugin(version, name)
                            .filter(found -> found.id().equals(id))
                            .isPresent()) {
                properties.put(name, table(section.root(), TomlTable.builder()));
            }
        }
        return TomlTable.builder()
                .put(TYPE, "object")
                .put("properties", properties.build())
                .put("additionalProperties", type("object").build())
                .build();
    }

    private TomlTable of(SchemaLevel level) {
        Optional<SchemaKey> key = level.key();
        TomlTable.Builder schema = TomlTable.builder();
        if (key.isEmpty()) {
            return table(level, schema);
        }
        describe(key.get(), schema);
        return key.get().path().endsWith(OPTIONS_OF_RUNTIMES)
                ? options(schema)
                : typed(key.get().type(), level, schema);
    }

    private static void describe(SchemaKey key, TomlTable.Builder schema) {
        Optional<String> description = KeySchema.describe(key);
        String deprecated = key.isDeprecated() ? "Deprecated. " : "";
        if (description.isPresent() || key.isDeprecated()) {
            schema.put("description", (deprecated + description.orElse("")).strip());
        }
        if (key.isDeprecated()) {
            schema.put("deprecated", true);
        }
        key.defaultValue().ifPresent(value -> schema.put("default", value));
    }

    /** What runc's shim takes; other shims take other options. */
    private TomlTable options(TomlTable.Builder schema) {
        TomlTable.Builder properties = TomlTable.builder();
        keys.section("options:runc")
                .ifPresent(section -> section.root()
                        .names()
                        .forEach(name -> properties.put(
                                name, of(section.root().child(name).orElseThrow()))));
        return schema.put(TYPE, "object").put("properties", properties.build()).build();
    }

    private TomlTable typed(KeyType type, SchemaLevel level, TomlTable.Builder schema) {
        return switch (type.kind()) {
            case STRING -> schema.put(TYPE, "string").build();
            case BOOLEAN -> schema.put(TYPE, "boolean").build();
            case INTEGER -> schema.put(TYPE, "integer").build();
            case FLOAT -> schema.put(TYPE, "number").build();
            case DURATION -> schema.put(TYPE, "string").put("pattern", DURATION).build();
            case GO_DURATION ->
                schema.put(TYPE, TomlArray.ofStrings(List.of("integer", "string")))
                        .build();
            case BYTES ->
                schema.put(TYPE, "array").put("items", type("integer").build()).build();
            case ANY -> schema.build();
            case TABLE -> table(level, schema);
            case MAP ->
                schema.put(TYPE, "object")
                        .put("additionalProperties", inner(type, level.anyName()))
                        .build();
            case ARRAY ->
                schema.put(TYPE, "array")
                        .put("items", inner(type, level.element()))
                        .build();
        };
    }

    private TomlTable inner(KeyType type, Optional<SchemaLevel> level) {
        if (level.isPresent()) {
            return of(level.get());
        }
        return typed(
                type.element().orElseThrow(),
                keys.section(KeySchema.TOP_LEVEL).orElseThrow().root(),
                TomlTable.builder());
    }

    private TomlTable table(SchemaLevel level, TomlTable.Builder schema) {
        TomlTable.Builder properties = TomlTable.builder();
        for (String name : level.names()) {
            properties.put(name, of(level.child(name).orElseThrow()));
        }
        return schema.put(TYPE, "object")
                .put("properties", properties.build())
                .put("additionalProperties", false)
                .build();
    }

    private static TomlTable.Builder type(String name) {
        return TomlTable.builder().put(TYPE, new TomlString(name));
    }
}
