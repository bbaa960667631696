// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.shim;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.KeyCase;
import dev.ctrcfg.release.KeySchema;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.release.SchemaKey;
import dev.ctrcfg.release.SchemaSection;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlBoolean;
import dev.ctrcfg.toml.TomlInteger;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Decodes the {@code options} of runtimes as a release of containerd does when it creates a pod.
 *
 * <p>Names match by the release's {@link KeyCase}; others are dropped without a word. Since 1.7 a
 * generic message without {@code ConfigPath} carries the whole table as text. Source: {@code GenerateRuntimeOptions} in
 * containerd's pkg/cri/server/helpers.go (1.x) and internal/cri/config/config.go (2.x).
 */
public final class RuntimeOptionsDecoder {

    private static final String CONFIG_PATH = "ConfigPath";
    private static final String CONFIG_BODY = "ConfigBody";

    /** A key of the options table and the field that it gives a value to. */
    private record Assignment(SchemaKey field, String key) {}

    private final ContainerdRelease release;
    private final KeySchema schema;

    /**
     * Creates a decoder.
     *
     * @param release the release that decodes
     */
    public RuntimeOptionsDecoder(ContainerdRelease release) {
        this.release = release;
        this.schema = KeySchema.of(release);
    }

    /**
     * {@return what the shim gets to see}
     *
     * @param runtime the runtime's table, with {@code runtime_type} and {@code options}
     * @param cri the CRI plugin's table, of which only {@code systemd_cgroup} is looked at, and only for runtimes of
     *     the type {@code io.containerd.runtime.v1.linux} without options
     */
    public DecodedOptions decode(TomlTable runtime, TomlTable cri) {
        RuntimeType type = new RuntimeType(text(runtime, "runtime_type"));
        OptionsKind kind = OptionsKind.of(type, release);
        Optional<TomlValue> options = value(runtime, "options");
        if (options.isEmpty()) {
            return type.isBuiltInto(release) ? legacy(runtime, cri) : new DecodedOptions.None();
        }
        if (!(options.get() instanceof TomlTable table)) {
            return new DecodedOptions.Refused(
                    "options is not a table but of type " + options.get().type());
        }
        if (table.isEmpty() && release.since(ReleaseLine.V2_0)) {
            return new DecodedOptions.None();
        }
        return byFirstLibrary() ? decodeTree(kind, OptionsText.withoutLocalTimes(table)) : decode(kind, table);
    }

    /**
     * {@return the runtime with the type that containerd 2 has built in for {@code runc}, if it says no other}
     *
     * @param handler the runtime's name
     * @param runtime its table as a file has it
     */
    public TomlTable inForce(String handler, TomlTable runtime) {
        boolean typed = !release.since(ReleaseLine.V2_0)
                || !handler.equals("runc")
                || release.keyCase()
                        .choose("runtime_type", runtime.entries().keySet())
                        .isPresent();
        return typed ? runtime : runtime.with("runtime_type", TomlValue.of(RuntimeType.RUNC_V2.value()));
    }

    /**
     * {@return the first option whose value its type does not allow; empty if there is none}
     *
     * <p>containerd starts with such an option, and every pod of the runtime fails.
     *
     * @param handler the runtime's name
     * @param runtime its table as a file has it
     */
    public Optional<String> refusedOption(String handler, TomlTable runtime) {
        TomlTable inForce = inForce(handler, runtime);
        Optional<String> written =
                release.keyCase().choose("options", runtime.entries().keySet());
        boolean refused = written.isPresent()
                && runtime.entries().get(written.get()) instanceof TomlTable
                && decode(inForce, TomlTable.EMPTY) instanceof DecodedOptions.Refused;
        return refused ? culprit(inForce, written.get()) : Optional.empty();
    }

    private Optional<String> culprit(TomlTable runtime, String options) {
        TomlTable all = (TomlTable) runtime.get(options).orElseThrow();
        for (Map.Entry<String, TomlValue> option : all.entries().entrySet()) {
            TomlTable alone =
                    TomlTable.builder().put(option.getKey(), option.getValue()).build();
            if (decode(runtime.with(options, alone), TomlTable.EMPTY) instanceof DecodedOptions.Refused) {
                return Optional.of(option.getKey());
            }
        }
        return Optional.empty();
    }

    /** Whether go-toml 1 decodes, which builds a tree from the table first. */
    private boolean byFirstLibrary() {
        return release.keyCase() == KeyCase.FOUR_FORMS;
    }

    private DecodedOptions decodeTree(OptionsKind kind, TomlTable options) {
        return OptionsText.hasTableAmongValues(options)
                ? new DecodedOptions.Refused("cannot convert type map[string]interface {} to Tree")
                : decode(kind, options);
    }

    private Optional<TomlValue> value(TomlTable table, String name) {
        Optional<String> written =
                release.keyCase().choose(name, table.entries().keySet());
        return written.isEmpty() ? Optional.empty() : table.get(written.get());
    }

    private String text(TomlTable table, String name) {
        return value(table, name).orElse(null) instanceof TomlString string ? string.value() : "";
    }

    /** The options of the runtime that was built in could stand in three settings outside the table. */
    private DecodedOptions legacy(TomlTable runtime, TomlTable cri) {
        TomlTable.Builder fields = TomlTable.builder();
        putText(fields, "Runtime", text(runtime, "runtime_engine"));
        putText(fields, "RuntimeRoot", text(runtime, "runtime_root"));
        if (value(cri, "systemd_cgroup").orElse(null) instanceof TomlBoolean cgroup && cgroup.value()) {
            fields.put("SystemdCgroup", true);
        }
        return new DecodedOptions.Message(OptionsKind.LINUX, fields.build(), Optional.empty(), List.of());
    }

    private static void putText(TomlTable.Builder fields, String name, String text) {
        if (!text.isEmpty()) {
            fields.put(name, text);
        }
    }

    private DecodedOptions decode(OptionsKind kind, TomlTable options) {
        SchemaSection struct = schema.section(kind.sectionId()).orElseThrow();
        OptionErrors errors = new OptionErrors(kind, release);
        Map<String, TomlValue> values = new TreeMap<>();
        Set<String> used = new HashSet<>();
        for (Assignment assignment : assignments(struct, options)) {
            TomlValue value = options.get(assignment.key).orElseThrow();
            Optional<String> error = errors.of(assignment.field, value);
            if (error.isPresent()) {
                return new DecodedOptions.Refused(error.get());
            }
            values.put(assignment.field.path(), value);
            used.add(assignment.key);
        }
        return message(kind, struct, options, new Decoded(values, used));
    }

    /** The values by field, and the keys that gave them. */
    private record Decoded(Map<String, TomlValue> values, Set<String> used) {}

    /** In the order they are made in: of the struct's fields in 1.5 to 1.7, of the table's keys else. */
    private List<Assignment> assignments(SchemaSection struct, TomlTable options) {
        List<Assignment> made = new ArrayList<>();
        if (byFirstLibrary()) {
            for (SchemaKey field : struct.keys()) {
                Optional<String> key =
                        release.keyCase().choose(field.path(), options.entries().keySet());
                if (key.isPresent()) {
                    made.add(new Assignment(field, key.get()));
                }
            }
            return made;
        }
        for (String key : keysInOrder(options)) {
            Optional<SchemaKey> field = field(struct, key);
            if (field.isPresent()) {
                made.add(new Assignment(field.get(), key));
            }
        }
        return made;
    }

    /** containerd 2.x writes the table anew, sorted, before it decodes it. */
    private Iterable<String> keysInOrder(TomlTable options) {
        return release.since(ReleaseLine.V2_0)
                ? OptionsText.sortedKeys(options)
                : options.entries().keySet();
    }

    private Optional<SchemaKey> field(SchemaSection struct, String key) {
        Optional<SchemaKey> exact = struct.keyAt(key);
        if (exact.isPresent()) {
            return exact;
        }
        for (SchemaKey field : struct.keys()) {
            if (release.keyCase().matches(field.path(), key)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    private DecodedOptions message(OptionsKind kind, SchemaSection struct, TomlTable options, Decoded decoded) {
        Optional<String> body = Optional.empty();
        boolean carriesAll = false;
        if (struct.keyAt(CONFIG_BODY).isPresent()) {
            carriesAll = isZero(decoded.values.getOrDefault(CONFIG_PATH, TomlValue.of("")));
            body = carriesAll ? textOf(options) : bodyOf(decoded);
        }
        List<String> dropped = new ArrayList<>();
        for (String key : options.entries().keySet()) {
            if (!carriesAll && !decoded.used.contains(key)) {
                dropped.add(key);
            }
        }
        return new DecodedOptions.Message(kind, fields(struct, decoded.values), body, dropped);
    }

    private Optional<String> textOf(TomlTable options) {
        String text = OptionsText.of(options, release);
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static Optional<String> bodyOf(Decoded decoded) {
        TomlValue body = decoded.values.get(CONFIG_BODY);
        return body == null ? Optional.empty() : Optional.of(bytes(body));
    }

    private static TomlTable fields(SchemaSection struct, Map<String, TomlValue> values) {
        TomlTable.Builder fields = TomlTable.builder();
        for (SchemaKey field : struct.keys()) {
            TomlValue value = values.get(field.path());
            if (value != null && !isZero(value) && !field.path().equals(CONFIG_BODY)) {
                fields.put(field.path(), value);
            }
        }
        return fields.build();
    }

    private static boolean isZero(TomlValue value) {
        return value.equals(TomlValue.of(""))
                || value.equals(TomlValue.of(false))
                || value.equals(TomlValue.of(0))
                || value.equals(TomlTable.EMPTY);
    }

    private static String bytes(TomlValue array) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (TomlValue item : ((TomlArray) array).items()) {
            bytes.write((int) ((TomlInteger) item).value());
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
