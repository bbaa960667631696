// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import dev.ctrcfg.toml.TomlValue;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes values as YAML, with every string in quotes: none can be taken for a number, a date or a boolean. */
public final class YamlReport {

    private YamlReport() {}

    /**
     * {@return a value as YAML, with a line end behind it}
     *
     * @param value the value
     */
    public static String of(TomlValue value) {
        YAMLFactory factory = YAMLFactory.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .disable(YAMLGenerator.Feature.SPLIT_LINES)
                .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
                .build();
        StringWriter out = new StringWriter();
        try (JsonGenerator yaml = factory.createGenerator(out)) {
            ValueWriter.write(yaml, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
