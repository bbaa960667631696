// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.io.ConfigFile;
import dev.ctrcfg.io.Template;
import dev.ctrcfg.toml.EditConflictException;
import dev.ctrcfg.toml.Redaction;
import dev.ctrcfg.toml.TextEdit;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlSyntaxException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text that a command works on, from a file or from standard input. */
final class Input {

    /** A larger document is refused anyway, and input need not end. */
    private static final int MAX_BYTES = 256 << 20;

    private final String name;
    private final byte[] content;
    private final byte[] original;
    private final @Nullable Template template;

    private Input(String name, byte[] content) {
        this.name = name;
        this.original = content;
        this.template = Template.isTemplate(name, content) ? Template.of(name, content) : null;
        this.content = template == null ? content : template.readable();
    }

    /** {@return a text in hand} */
    static Input of(String name, byte[] content) {
        return new Input(name, content);
    }

    static Input read(FileArgument argument, Console console) throws CommandFailure {
        String name = argument.inputName();
        try {
            if (argument.isStream()) {
                return new Input(name, standardInput(console));
            }
            return new Input(name, ConfigFile.read(argument.path()).content());
        } catch (IOException e) {
            throw CommandFailure.of(name, e);
        }
    }

    private static byte[] standardInput(Console console) throws IOException {
        byte[] content = console.in().readNBytes(MAX_BYTES + 1);
        if (content.length > MAX_BYTES) {
            throw new IOException("larger than 256 MiB");
        }
        return content;
    }

    /** What messages call it. */
    String name() {
        return name;
    }

    /** {@return the bytes as they were read, which are not copied} */
    byte[] original() {
        return original;
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
    CommandFailure failure(TomlDocument document, EditConflictException e, Redaction redaction) {
        CommandFailure failure = CommandFailure.of(name, document, e, redaction);
        return template == null ? failure : CommandFailure.of(template.restore(String.valueOf(failure.getMessage())));
    }
}
