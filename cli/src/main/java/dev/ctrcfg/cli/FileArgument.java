// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A file named on the command line, or {@code -} for a standard stream.
 *
 * @param path the path as it was given
 */
record FileArgument(Path path) {

    private static final String STREAM = "-";

    boolean isStream() {
        return path.toString().equals(STREAM);
    }

    /** What messages call it, as an input. */
    String inputName() {
        return isStream() ? "<stdin>" : path.toString();
    }

    /** Written out, because the argument parser calls it and a record's own would be spun at run time. */
    @Override
    public String toString() {
        return path.toString();
    }

    /** Makes arguments from text; the library's own converter for paths reflects. */
    static final class Converter implements ITypeConverter<FileArgument> {

        @Override
        public FileArgument convert(String text) {
            if (text.isEmpty()) {
                throw new TypeConversionException("a file name cannot be empty");
            }
            try {
                return new FileArgument(Path.of(text));
            } catch (InvalidPathException e) {
                throw new TypeConversionException("not a file name: " + e.getReason());
            }
        }
    }
}
