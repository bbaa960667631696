// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.release.KeySchema;
import dev.ctrcfg.release.SchemaKey;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sorts a runtime's {@code options}. containerd looks at them only when a pod is created, so nothing here is a misfit. */
final class OptionsCollector {

    /** What reaches a generic shim as bytes has no record. */
    private static final String BODY = "ConfigBody";

    private static final List<String> STRUCTS = List.of("options:runc", "options:generic");

    private final Settings settings;
    private final KeySchema schema;

    OptionsCollector(Settings settings, KeySchema schema) {
        this.settings = settings;
        this.schema = schema;
    }

    /** Whether a place in the records is that of some runtime's options. */
    static boolean isAt(Key record) {
        return record.size() > 2 && record.name(0).equals("cri") && CriLayout.isOfRuntime(record.tail(1), "options");
    }

    void collect(TomlTable options, Key record) {
        settings.values.put(record, TomlTable.EMPTY);
        for (Map.Entry<String, TomlValue> option : options.entries().entrySet()) {
            Optional<SchemaKey> known = known(option.getKey());
            if (known.isPresent() && settings.types.fits(known.get().type(), option.getValue())) {
                settings.values.put(record.child(component(known.get().path())), option.getValue());
            } else {
                settings.unknown(record, option.getKey(), option.getValue());
            }
        }
    }

    private Optional<SchemaKey> known(String name) {
        for (String struct : STRUCTS) {
            Optional<SchemaKey> known = schema.key(struct, Key.of(name));
            if (known.isPresent() && !known.get().path().equals(BODY)) {
                return known;
            }
        }
        return Optional.empty();
    }

    /** Go's {@code BinaryName} as {@code binary_name}. */
    private static String component(String goName) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < goName.length(); i++) {
            char c = goName.charAt(i);
            out.append(i > 0 && Character.isUpperCase(c) ? "_" : "").append(Character.toLowerCase(c));
        }
        return out.toString();
    }
}
