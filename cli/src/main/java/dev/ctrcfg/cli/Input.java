// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.io.ConfigFile;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlSyntaxException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A text that a command works on, from a file or from standard input. */
final class Input {

    private final String name;
    private final byte[] content;
    private final @Nullable ConfigFile file;

    private Input(String name, byte[] content, @Nullable ConfigFile file) {
        this.name = name;
        this.content = content;
        this.file = file;
    }

    static Input read(FileArgument argument, Console console) throws CommandFailure {
        String name = argument.inputName();
        try {
            if (argument.isStream()) {
                return new Input(name, console.in().readAllBytes(), null);
            }
            ConfigFile file = ConfigFile.read(argument.path());
            return new Input(name, file.content(), file);
        } catch (IOException e) {
            throw CommandFailure.of(name, e);
        }
    }

    /** What messages call it. */
    String name() {
        return name;
    }

    /** {@return the file, or null for standard input} */
    @Nullable
    ConfigFile file() {
        return file;
    }

    /** {@return the bytes, which are not copied} */
    byte[] content() {
        return content;
    }

    TomlDocument parse() throws CommandFailure {
        try {
            return TomlDocument.parse(content);
        } catch (TomlSyntaxException e) {
            throw CommandFailure.of(name, e);
        }
    }
}
