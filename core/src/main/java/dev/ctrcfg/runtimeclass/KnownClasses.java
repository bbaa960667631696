// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.runtimeclass;

import dev.ctrcfg.merge.Preset;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the presets know about the RuntimeClasses of their handlers. */
final class KnownClasses {

    private static final Map<String, TomlTable> BY_HANDLER = read();

    private KnownClasses() {}

    private static Map<String, TomlTable> read() {
        Map<String, TomlTable> known = new LinkedHashMap<>();
        for (String name : Preset.names()) {
            Optional<TomlTable> described = Preset.builtIn(name).orElseThrow().runtimeClass(Map.of());
            if (described.isPresent()) {
                known.putIfAbsent(text(described.get(), "handler", name), described.get());
            }
        }
        return known;
    }

    static RuntimeClass of(String handler) {
        TomlTable known = BY_HANDLER.getOrDefault(handler, TomlTable.EMPTY);
        return new RuntimeClass(
                text(known, "name", handler), handler, texts(known, "overhead"), texts(known, "nodeSelector"));
    }

    private static String text(TomlTable known, String name, String fallback) {
        return known.get(name).orElse(TomlValue.of(fallback)) instanceof TomlString text ? text.value() : fallback;
    }

    private static Map<String, String> texts(TomlTable known, String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (known.get(name).orElse(TomlTable.EMPTY) instanceof TomlTable table) {
            for (String entry : table.entries().keySet()) {
                texts.put(entry, text(table, entry, ""));
            }
        }
        return texts;
    }
}
