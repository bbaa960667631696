// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.migrate.ConfigText;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlDocument;
import java.nio.file.Path;

/** One of the two files that git hands to a diff driver. */
final class GitSide {

    private static final Path NOTHING = Path.of("/dev/null");

    private GitSide() {}

    /** A file, or nothing in the config version of the other one where git has no file. */
    static ConfigText text(String name, Path file, Path other, Console console) throws CommandFailure {
        if (!file.equals(NOTHING)) {
            return new ConfigText(
                    name, Input.read(new FileArgument(file, false), console).parse());
        }
        TomlDocument document =
                Input.read(new FileArgument(other, false), console).parse();
        String version = document.find(Key.of("version"))
                .map(value -> "version = " + value.toToml() + "\n")
                .orElse("");
        return new ConfigText(name, TomlDocument.parse(version));
    }
}
