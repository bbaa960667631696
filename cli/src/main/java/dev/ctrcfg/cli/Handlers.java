// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.model.CriLayout;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The runtimes by handler, as the CRI plugin has them once it checked its configuration.
 *
 * <p>containerd 1.x makes runtimes of {@code default_runtime} and {@code untrusted_workload_runtime} if their {@code
 * runtime_type} is set, and the first of them the default one (its pkg/cri/config/config.go, ValidatePluginConfig).
 *
 * @param runtimes their tables
 * @param defaultName the one that pods without a handler get
 * @param snapshotter the snapshotter of those that have none of their own
 * @param cri the CRI plugin's table that holds them
 */
record Handlers(Map<String, TomlTable> runtimes, String defaultName, String snapshotter, TomlTable cri) {

    private static final String DEFAULT = "default";
    private static final String UNTRUSTED = "untrusted";

    /**
     * {@return the handlers of an effective configuration}
     *
     * @param config the root table
     * @param layout the layout of the release
     */
    static Handlers of(TomlTable config, CriLayout layout) {
        Map<String, TomlTable> runtimes = new LinkedHashMap<>();
        for (Map.Entry<String, TomlValue> runtime :
                table(config, layout.runtimes()).entries().entrySet()) {
            if (runtime.getValue() instanceof TomlTable table) {
                runtimes.put(runtime.getKey(), table);
            }
        }
        TomlTable untrusted = inPlace(config, layout, "untrusted_workload_runtime");
        if (hasType(untrusted)) {
            runtimes.putIfAbsent(UNTRUSTED, untrusted);
        }
        String name = text(config, layout, "default_runtime_name");
        TomlTable inPlace = inPlace(config, layout, "default_runtime");
        if (hasType(inPlace)) {
            runtimes.put(DEFAULT, inPlace);
            name = DEFAULT;
        }
        TomlTable cri = table(config, layout.runtimes().head(2));
        return new Handlers(runtimes, name, text(config, layout, "snapshotter"), cri);
    }

    private static TomlTable inPlace(TomlTable config, CriLayout layout, String name) {
        return layout.locate(Key.of(name)).map(key -> table(config, key)).orElse(TomlTable.EMPTY);
    }

    private static boolean hasType(TomlTable runtime) {
        return runtime.get("runtime_type").orElse(TomlValue.of("")) instanceof TomlString type
                && !type.value().isEmpty();
    }

    private static TomlTable table(TomlTable config, Key key) {
        return config.find(key).orElse(TomlTable.EMPTY) instanceof TomlTable table ? table : TomlTable.EMPTY;
    }

    private static String text(TomlTable config, CriLayout layout, String name) {
        TomlValue value = layout.locate(Key.of(name)).flatMap(config::find).orElse(TomlValue.of(""));
        return value instanceof TomlString string ? string.value() : "";
    }
}
