// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What {@code --output} asks for. */
enum OutputFormat {
    /** What people read, and shell scripts too. */
    TEXT,
    /** TOML. */
    TOML,
    /** JSON. */
    JSON;

    /** The word on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Takes the word of a format.
     *
     * @param formats the formats that a command has
     */
    record Converter(List<OutputFormat> formats) implements ITypeConverter<OutputFormat> {

        @Override
        public OutputFormat convert(String text) {
            for (OutputFormat format : formats) {
                if (format.toString().equals(text)) {
                    return format;
                }
            }
            throw new TypeConversionException("'" + text + "' is not one of " + formats);
        }
    }
}
