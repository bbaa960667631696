// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlBoolean;
import dev.ctrcfg.toml.TomlDateTime;
import dev.ctrcfg.toml.TomlFloat;
import dev.ctrcfg.toml.TomlInteger;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.io.IOException;
import java.util.Map;

/** Writes values. Dates and times become strings in TOML's spelling, and so do {@code nan} and {@code inf}. */
final class ValueWriter {

    private ValueWriter() {}

    static void write(JsonGenerator json, TomlValue value) throws IOException {
        switch (value.type()) {
            case STRING -> json.writeString(((TomlString) value).value());
            case INTEGER -> json.writeNumber(((TomlInteger) value).value());
            case FLOAT -> writeFloat(json, (TomlFloat) value);
            case BOOLEAN -> json.writeBoolean(((TomlBoolean) value).value());
            case DATE_TIME -> json.writeString(((TomlDateTime) value).toToml());
            case ARRAY -> writeArray(json, (TomlArray) value);
            case TABLE -> writeTable(json, (TomlTable) value);
        }
    }

    private static void writeFloat(JsonGenerator json, TomlFloat number) throws IOException {
        if (Double.isNaN(number.value()) || Double.isInfinite(number.value())) {
            json.writeString(number.toToml());
        } else {
            json.writeNumber(number.value());
        }
    }

    private static void writeArray(JsonGenerator json, TomlArray array) throws IOException {
        json.writeStartArray();
        for (TomlValue item : array.items()) {
            write(json, item);
        }
        json.writeEndArray();
    }

    private static void writeTable(JsonGenerator json, TomlTable table) throws IOException {
        json.writeStartObject();
        for (Map.Entry<String, TomlValue> entry : table.entries().entrySet()) {
            json.writeFieldName(entry.getKey());
            write(json, entry.getValue());
        }
        json.writeEndObject();
    }
}
