// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ctrcfg.testing.SharedData;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A case that another tool tests itself with: what it was given, what it was to do, and what came out. */
record PeerCase(Path folder, JsonNode json) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> OF_RUNTIMES = Set.of(
            "runtime_type",
            "runtime_path",
            "privileged_without_host_devices",
            "pod_annotations",
            "container_annotations",
            "options",
            "snapshotter",
            "runtime_engine",
            "runtime_root");

    /** What some cases of NVIDIA's expect besides what their operations say. */
    private static final TomlTable UNSAID = TomlTable.builder()
            .put("runtime_root", "")
            .put("runtime_engine", "")
            .put("privileged_without_host_devices", false)
            .build();

    static PeerCase read(Path folder) {
        try {
            return new PeerCase(folder, JSON.readTree(folder.resolve("op.json").toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return folder.getFileName().toString();
    }

    @Override
    public String toString() {
        return name();
    }

    String compare() {
        return json.path("expect").path("compare").asText();
    }

    boolean isInputAbsent() {
        return json.path("input_absent").asBoolean();
    }

    /** Whether the file is a template of K3s, which is no TOML before it is filled in. */
    boolean isTemplate() {
        return json.path("profile").asText().equals("k3s-template");
    }

    String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    List<String> operations() {
        List<String> names = new ArrayList<>();
        json.path("operation").forEach(op -> names.add(op.path("op").asText()));
        return names;
    }

    /** The whole case as patches, to be applied in order. */
    List<ConfigPatch> patches(TomlTable input) throws IOException {
        List<ConfigPatch> patches = new ArrayList<>();
        if (input.isEmpty() && version().isIntegralNumber()) {
            patches.add(stamp(version()));
        }
        for (JsonNode op : json.path("operation")) {
            if (op.has("stamp_version")) {
                patches.add(stamp(op.path("stamp_version")));
            }
            patches.addAll(patches(op, input));
        }
        return patches;
    }

    /** The whole case as the values that it sets and the keys that it deletes. */
    List<ConfigPatch> primitivePatches() {
        ConfigPatch.Builder patch = ConfigPatch.builder("primitive");
        for (JsonNode step : json.path("primitive")) {
            if (!step.path("op").asText().equals("set")) {
                throw new AssertionError("nobody handles " + step);
            }
            patch.set(key(step.path("path")), value(step.path("value")));
        }
        return List.of(patch.build());
    }

    private JsonNode version() {
        return json.path("config_version");
    }

    private static ConfigPatch stamp(JsonNode version) {
        return ConfigPatch.builder().set(Key.of("version"), value(version)).build();
    }

    private List<ConfigPatch> patches(JsonNode op, TomlTable input) throws IOException {
        String value = op.path("value").asText();
        ConfigPatch.Builder patch = ConfigPatch.builder(op.path("op").asText());
        switch (op.path("op").asText()) {
            case "set" -> patch.set(key(op.path("path")), value(op.path("value")));
            case "delete" -> patch.unset(key(op.path("path")));
            case "list.add" -> patch.add(key(op.path("path")), TomlValue.of(value));
            case "list.remove" -> patch.unsetItem(key(op.path("path")), TomlValue.of(value));
            case "imports.ensure" ->
                patch.add(Key.of("imports"), TomlValue.of(op.path("pattern").asText()));
            case "runtime.add" -> addRuntime(patch, op, input);
            case "runtime.remove" -> patch.removeRuntime(op.path("name").asText());
            case "runtime.set_default" -> setDefault(patch, op);
            case "stamp_version" -> patch.set(Key.of("version"), value(op.path("value")));
            case "gardener.static" -> {
                return read(folder.resolveSibling(op.path("see").asText())).patches(input);
            }
            case "merge" -> {
                return merge(op);
            }
            case "json6902" -> {
                return PatchReader.json("patch", text(op.path("patch").asText()));
            }
            case "noop", "prune_empty_parents", "drop_version_when_alone", "dropin.target", "dropin.delete" -> {}
            default -> throw new AssertionError("nobody handles " + op);
        }
        return List.of(patch.build());
    }

    private List<ConfigPatch> merge(JsonNode op) throws IOException {
        TomlDocument fragment = TomlDocument.parse(text(op.path("patch").asText()));
        ConfigPatch.Builder builder = ConfigPatch.builder("patch");
        boolean skips = op.path("skip_when_version_differs").asBoolean();
        return List.of(ConfigPatch.ofFragment(skips ? builder.ofSeveralVersions() : builder, fragment));
    }

    private static void setDefault(ConfigPatch.Builder patch, JsonNode op) {
        if (op.path("legacy_default_runtime_table").asBoolean()) {
            Key table = Key.of("default_runtime", "options", "Runtime");
            patch.set(table, TomlValue.of(op.path("binary_name").asText()));
            patch.set(
                    Key.of("default_runtime", "options", "BinaryName"),
                    TomlValue.of(op.path("binary_name").asText()));
        } else {
            patch.defaultRuntime(op.path("name").asText());
        }
    }

    private void addRuntime(ConfigPatch.Builder patch, JsonNode op, TomlTable input) {
        Key runtime = Key.of("runtimes", op.path("name").asText());
        List<String> sources = new ArrayList<>();
        op.path("inherit_from").forEach(source -> sources.add(source.asText().startsWith("<") ? "" : source.asText()));
        String except = op.path("inherit_from").toString().contains("unless nvidia*") ? "nvidia" : "\0";
        patch.inherit(new Step.Inherit(op.path("name").asText(), sources, except));
        if (op.has("inherit_from") && !input.toToml().contains("runtimes")) {
            fallBack(patch, runtime, op.path("defaults_when_nothing_to_inherit"));
            if (name().startsWith("nvidia114")) {
                patch.setIfAbsent(runtime, UNSAID);
            } else if (operations().contains("dropin.target")) {
                patch.setIfAbsent(runtime.child("runtime_type"), TomlValue.of("io.containerd.runc.v2"));
                patch.setIfAbsent(runtime, UNSAID);
            }
        }
        if (op.has("runtime_type_default")) {
            patch.setIfAbsent(runtime.child("runtime_type"), value(op.path("runtime_type_default")));
        }
        for (Map.Entry<String, JsonNode> field : op.properties()) {
            if (OF_RUNTIMES.contains(field.getKey()) && !field.getValue().isNull()) {
                patch.set(runtime.child(field.getKey()), value(field.getValue()));
            }
        }
        addNvidia(patch, op, runtime);
    }

    private void addNvidia(ConfigPatch.Builder patch, JsonNode op, Key runtime) {
        if (op.has("binary_name")) {
            TomlValue binary = value(op.path("binary_name"));
            patch.set(runtime.child("options").child("BinaryName"), binary);
            if (op.path("legacy_options_Runtime").asBoolean(version().asInt() == 1)) {
                patch.set(runtime.child("options").child("Runtime"), binary);
            }
        }
        op.path("container_annotations_add")
                .forEach(item -> patch.add(runtime.child("container_annotations"), TomlValue.of(item.asText())));
        if (op.path("set_default").asBoolean()) {
            patch.defaultRuntime(op.path("name").asText());
        }
    }

    private static void fallBack(ConfigPatch.Builder patch, Key runtime, JsonNode defaults) {
        for (Map.Entry<String, JsonNode> field : defaults.properties()) {
            patch.setIfAbsent(runtime.child(field.getKey()), SharedData.value(field.getValue()));
        }
    }

    static Key key(JsonNode path) {
        List<String> names = new ArrayList<>();
        path.forEach(name -> names.add(name.asText()));
        return Key.of(names.toArray(String[]::new));
    }

    private static TomlValue value(JsonNode json) {
        return SharedData.value(json);
    }
}
