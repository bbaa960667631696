// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.merge.ConfigPatch;
import dev.ctrcfg.merge.PatchReader;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A file with patches: TOML, JSON or YAML. */
final class PatchFile {

    private final Input input;

    private PatchFile(Input input) {
        this.input = input;
    }

    /** {@return the patches of a file, to be applied in order} */
    static List<ConfigPatch> read(FileArgument argument, Console console) throws CommandFailure {
        return new PatchFile(Input.read(argument, console)).patches();
    }

    private List<ConfigPatch> patches() throws CommandFailure {
        String name = input.name().toLowerCase(Locale.ROOT);
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return yaml();
        }
        if (name.endsWith(".json") || name.endsWith(".json6902")) {
            return json(text());
        }
        try {
            return List.of(ConfigPatch.of(input.name(), TomlDocument.parse(input.content())));
        } catch (TomlSyntaxException e) {
            if (!isJson()) {
                throw CommandFailure.of(input.name(), e);
            }
            return json(text());
        }
    }

    private String text() {
        return new String(input.content(), StandardCharsets.UTF_8);
    }

    /** No TOML begins with a brace, and none with a bracket that a brace follows. */
    private boolean isJson() {
        String start = text().strip();
        boolean array =
                start.startsWith("[") && start.substring(1).stripLeading().startsWith("{");
        return start.startsWith("{") || array;
    }

    private List<ConfigPatch> yaml() throws CommandFailure {
        try {
            List<ConfigPatch> patches = new ArrayList<>();
            for (String document : YamlText.toJson(text())) {
                patches.addAll(json(document));
            }
            return patches;
        } catch (IllegalArgumentException e) {
            throw refused(e);
        }
    }

    private List<ConfigPatch> json(String json) throws CommandFailure {
        try {
            return PatchReader.json(input.name(), json);
        } catch (TomlSyntaxException e) {
            throw CommandFailure.of(input.name(), e);
        } catch (IllegalArgumentException e) {
            throw refused(e);
        }
    }

    private CommandFailure refused(IllegalArgumentException e) {
        return CommandFailure.of(input.name() + ": error: " + e.getMessage());
    }
}
