// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.io.ConfigFile;
import dev.ctrcfg.io.Template;
import dev.ctrcfg.toml.EditConflictException;
import dev.ctrcfg.toml.TextEdit;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlSyntaxException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text that a command works on, from a file or from standard input. */
final class Input {

    private static final byte[] NOTHING = {};

    private final String name;
    private final byte[] content;
    private final @Nullable ConfigFile file;
    private final @Nullable Template template;

    private Input(String name, byte[] content, @Nullable ConfigFile file) {
        this.name = name;
        this.file = file;
        this.template = Template.isTemplate(name, content) ? Template.of(name, content) : null;
        this.content = template == null ? content : template.readable();
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

    /** {@return a file that does not exist yet} */
    static Input absent(FileArgument argument) {
        return new Input(argument.inputName(), NOTHING, null);
    }

    /** {@return whether it is a file that does not exist yet} */
    boolean isAbsent() {
        return content == NOTHING;
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

    /** {@return the bytes, which are not copied; the lines of a template are comments} */
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

    /** {@return whether K3s's base template is rendered into the text} */
    boolean extendsBase() {
        return template != null && template.extendsBase();
    }

    /**
     * {@return the bytes after edits}
     *
     * @param edited the document that {@link #parse()} returned, with the edits
     * @param edits the edits
     */
    byte[] edited(TomlDocument edited, List<TextEdit> edits) {
        return template == null ? edited.bytes() : template.restore(edits);
    }

    /** {@return a difference of documents with the lines of a template as they are} */
    String shown(String difference) {
        return template == null ? difference : template.restore(difference);
    }

    /** {@return a failure to edit the document, with the lines of a template as they are} */
    CommandFailure failure(TomlDocument document, EditConflictException e) {
        CommandFailure failure = CommandFailure.of(name, document, e);
        return template == null ? failure : CommandFailure.of(template.restore(String.valueOf(failure.getMessage())));
    }
}
