// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Completion;
import dev.ctrcfg.cli.command.Converter;
import dev.ctrcfg.io.ConfigFile;
import dev.ctrcfg.merge.ConfigPatch;
import dev.ctrcfg.merge.Preset;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A preset as the command line names it.
 *
 * @param name its name
 * @param parameters the parameters that shall have other values than by default
 */
record PresetArgument(String name, Map<String, String> parameters) {

    private static final String EXTENSION = ".toml";

    /** {@return the names of all presets: those of a directory and those that come with ctrcfg} */
    static List<String> names(Optional<FileArgument> directory) throws CommandFailure {
        TreeSet<String> names = new TreeSet<>(Preset.names());
        if (directory.isPresent()) {
            try (Stream<Path> files = Files.list(directory.get().path())) {
                files.map(file -> file.getFileName().toString())
                        .filter(file -> file.endsWith(EXTENSION))
                        .forEach(file -> names.add(file.substring(0, file.length() - EXTENSION.length())));
            } catch (IOException e) {
                throw CommandFailure.of(directory.get().inputName(), e);
            }
        }
        return List.copyOf(names);
    }

    /** {@return the preset; one of a directory comes before one of that name that comes with ctrcfg} */
    Preset find(Optional<FileArgument> directory) throws CommandFailure {
        Path own = directory.isPresent() ? directory.get().path().resolve(name + EXTENSION) : null;
        if (own != null && Files.exists(own)) {
            try {
                return Preset.of(name, TomlDocument.parse(ConfigFile.read(own).content()));
            } catch (TomlSyntaxException e) {
                throw CommandFailure.of(own.toString(), e);
            } catch (IOException e) {
                throw CommandFailure.of(own.toString(), e);
            }
        }
        Optional<Preset> preset = Preset.builtIn(name);
        if (preset.isEmpty()) {
            throw CommandFailure.of("ctrcfg: error: there is no preset '" + name + "'; ctrcfg presets lists them");
        }
        return preset.get();
    }

    /** {@return the patch that it stands for} */
    ConfigPatch patch(Optional<FileArgument> directory) throws CommandFailure {
        Preset preset = find(directory);
        try {
            return preset.patch(parameters);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.of("ctrcfg: error: preset " + name + ": " + e.getMessage());
        }
    }

    /** Takes {@code NAME,PARAMETER=VALUE,...}. */
    enum Words implements Converter<PresetArgument> {
        WORDS;

        @Override
        public PresetArgument convert(String text) {
            List<String> parts = parts(text);
            Map<String, String> parameters = new LinkedHashMap<>();
            for (String part : parts.subList(1, parts.size())) {
                int equals = part.indexOf('=');
                if (equals <= 0) {
                    throw new IllegalArgumentException("'" + part + "' is not PARAMETER=VALUE");
                }
                parameters.put(part.substring(0, equals).strip(), part.substring(equals + 1));
            }
            return new PresetArgument(parts.get(0).strip(), parameters);
        }

        /** The parts between commas, but for commas in an array or between quotes. */
        private static List<String> parts(String text) {
            List<String> parts = new ArrayList<>();
            int start = 0;
            int depth = 0;
            char quote = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (quote != 0) {
                    quote = c == quote ? 0 : quote;
                } else if (c == '"' || c == '\'') {
                    quote = c;
                } else if (c == '[' || c == ']') {
                    depth += c == '[' ? 1 : -1;
                } else if (c == ',' && depth == 0) {
                    parts.add(text.substring(start, i));
                    start = i + 1;
                }
            }
            parts.add(text.substring(start));
            return parts;
        }

        @Override
        public Completion completion() {
            return Completion.words(Preset.names());
        }
    }
}
