// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.shim.DecodedOptions;
import dev.ctrcfg.shim.OptionsKind;
import dev.ctrcfg.shim.RuntimeOptionsDecoder;
import dev.ctrcfg.shim.RuntimeType;
import dev.ctrcfg.shim.ShimResolver;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One runtime and what it starts.
 *
 * @param handler the name that a RuntimeClass has for it
 * @param isDefault whether pods without a RuntimeClass get it
 * @param type its type
 * @param runtimePath the path that takes the place of the type, if there is one
 * @param shim its shim
 * @param kind how its options are decoded
 * @param options what the shim gets to see of them
 * @param dropped those that say something and do not reach it
 * @param withoutDevices whether privileged containers do not get the host's devices
 * @param snapshotter the snapshotter of its containers
 */
record RuntimeEntry(
        String handler,
        boolean isDefault,
        RuntimeType type,
        Optional<String> runtimePath,
        ShimFinding shim,
        OptionsKind kind,
        DecodedOptions options,
        List<String> dropped,
        boolean withoutDevices,
        String snapshotter) {

    /** What an option has that was not set, as in the defaults that containerd prints. */
    private static final Set<TomlValue> UNSET =
            Set.of(TomlValue.of(""), TomlValue.of(0), TomlValue.of(false), TomlTable.EMPTY, TomlArray.of());

    static RuntimeEntry of(String handler, Handlers handlers, ContainerdRelease release, ShimResolver resolver) {
        TomlTable runtime = handlers.runtimes().getOrDefault(handler, TomlTable.EMPTY);
        RuntimeType type = new RuntimeType(text(runtime, "runtime_type").orElse(""));
        Optional<String> path = text(runtime, "runtime_path");
        DecodedOptions options = new RuntimeOptionsDecoder(release).decode(runtime, handlers.cri());
        return new RuntimeEntry(
                handler,
                handler.equals(handlers.defaultName()),
                type,
                path,
                ShimFinding.of(type, path, release, resolver),
                OptionsKind.of(type, release),
                options,
                dropped(options, runtime),
                runtime.get("privileged_without_host_devices")
                        .orElse(TomlValue.of(false))
                        .equals(TomlValue.of(true)),
                text(runtime, "snapshotter").orElse(handlers.snapshotter()));
    }

    private static List<String> dropped(DecodedOptions options, TomlTable runtime) {
        List<String> dropped = new ArrayList<>();
        if (options instanceof DecodedOptions.Message message
                && runtime.get("options").orElse(TomlTable.EMPTY) instanceof TomlTable table) {
            for (String name : message.dropped()) {
                if (!UNSET.contains(table.get(name).orElse(TomlTable.EMPTY))) {
                    dropped.add(name);
                }
            }
        }
        return dropped;
    }

    private static Optional<String> text(TomlTable runtime, String name) {
        return runtime.get(name).orElse(TomlValue.of("")) instanceof TomlString string
                        && !string.value().isEmpty()
                ? Optional.of(string.value())
                : Optional.empty();
    }

    List<String> cells() {
        return List.of(
                (isDefault ? "* " : "  ") + handler,
                shown(type.value()),
                shim.binary().or(() -> runtimePath).orElse("-"),
                shim.path().orElse(shim.outcome()),
                kindName(),
                Boolean.toString(withoutDevices),
                shown(snapshotter));
    }

    private static String shown(String text) {
        return text.isEmpty() ? "-" : text;
    }

    private String kindName() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** What the table has no room for. */
    void appendRemarks(StringBuilder out) {
        if (!shim.isFound()) {
            out.append('\n').append(handler).append(": ").append(shim.detail()).append('\n');
            for (String place : shim.tried()) {
                out.append("  tried ").append(place).append('\n');
            }
        }
        if (!dropped.isEmpty()) {
            out.append('\n').append(handler).append(": options that do not reach the shim: ");
            out.append(String.join(", ", dropped)).append('\n');
        }
        if (options instanceof DecodedOptions.Refused refused) {
            out.append('\n').append(handler).append(": options that fail every pod: ");
            out.append(refused.error()).append('\n');
        }
    }

    /** The same for programs. */
    TomlTable table() {
        TomlTable.Builder found = TomlTable.builder();
        shim.addTo(found);
        TomlTable.Builder table = TomlTable.builder()
                .put("handler", handler)
                .put("default", isDefault)
                .put("runtime_type", type.value());
        runtimePath.ifPresent(path -> table.put("runtime_path", path));
        table.put("shim", found.build())
                .put("options_type", kindName())
                .put("privileged_without_host_devices", withoutDevices)
                .put("snapshotter", snapshotter);
        if (!dropped.isEmpty()) {
            table.put("dropped_options", TomlArray.ofStrings(dropped));
        }
        if (options instanceof DecodedOptions.Refused refused) {
            table.put("options_error", refused.error());
        }
        return table.build();
    }
}
