// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Completion;
import dev.ctrcfg.cli.command.Converter;
import dev.ctrcfg.cli.report.JsonReport;
import dev.ctrcfg.cli.report.YamlReport;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code --output} asks for. */
enum OutputFormat {
    /** What people read, and shell scripts too. */
    TEXT,
    /** TOML. */
    TOML,
    /** JSON. */
    JSON,
    /** A JSON patch, the operations of RFC 6902. */
    JSON_PATCH,
    /** YAML. */
    YAML;

    /** The word on the command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return a value in this format; as text, strings are as they are and all else is TOML} */
    String print(TomlValue value) {
        return switch (this) {
            case JSON, JSON_PATCH -> JsonReport.of(value);
            case YAML -> YamlReport.of(value);
            case TEXT -> value instanceof TomlString string ? string.value() + "\n" : toml(value);
            case TOML -> toml(value);
        };
    }

    private static String toml(TomlValue value) {
        return value instanceof TomlTable table ? TomlDocument.of(table).text() : value.toToml() + "\n";
    }

    /** Takes the word of one of the formats that a command has. */
    static final class Choice implements Converter<OutputFormat> {

        private final List<OutputFormat> formats;

        Choice(List<OutputFormat> formats) {
            this.formats = formats;
        }

        @Override
        public OutputFormat convert(String text) {
            for (OutputFormat format : formats) {
                if (format.word().equals(text)) {
                    return format;
                }
            }
            throw new IllegalArgumentException("'" + text + "' is not one of " + String.join(", ", words()));
        }

        @Override
        public Completion completion() {
            return Completion.words(words());
        }

        private List<String> words() {
            List<String> words = new ArrayList<>();
            for (OutputFormat format : formats) {
                words.add(format.word());
            }
            return words;
        }
    }
}
