// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.ctrcfg.toml.TomlTable;
import java.io.IOException;

/** Hands tables on as they are. */
final class TomlTableDeserializer extends StdDeserializer<TomlTable> {

    private static final long serialVersionUID = 1L;

    TomlTableDeserializer() {
        super(TomlTable.class);
    }

    @Override
    public TomlTable deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return (TomlTable) parser.getEmbeddedObject();
    }

    @Override
    public TomlTable getNullValue(DeserializationContext context) {
        return TomlTable.EMPTY;
    }
}
