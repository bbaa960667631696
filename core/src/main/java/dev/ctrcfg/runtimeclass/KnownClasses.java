// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.runtimeclass;

import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What is known about the RuntimeClasses of handlers; read once, when first asked for. */
final class KnownClasses {

    private static final String RESOURCE = "runtimeclasses.toml";
    private static final TomlTable HANDLERS = read();

    private KnownClasses() {}

    static RuntimeClass of(String handler) {
        TomlTable known =
                HANDLERS.get(handler).orElse(TomlTable.EMPTY) instanceof TomlTable table ? table : TomlTable.EMPTY;
        String name =
                known.get("name").orElse(TomlValue.of(handler)) instanceof TomlString text ? text.value() : handler;
        return new RuntimeClass(name, handler, texts(known, "overhead"), texts(known, "nodeSelector"));
    }

    private static Map<String, String> texts(TomlTable known, String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (known.get(name).orElse(TomlTable.EMPTY) instanceof TomlTable table) {
            for (Map.Entry<String, TomlValue> entry : table.entries().entrySet()) {
                texts.put(entry.getKey(), ((TomlString) entry.getValue()).value());
            }
        }
        return texts;
    }

    private static TomlTable read() {
        try (InputStream in = KnownClasses.class.getResourceAsStream(RESOURCE)) {
            return TomlDocument.parse(Objects.requireNonNull(in, RESOURCE).readAllBytes())
                    .root();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
