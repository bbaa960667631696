// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.model.Secrets;
import dev.ctrcfg.toml.EditConflictException;
import dev.ctrcfg.toml.Redaction;
import dev.ctrcfg.toml.Span;
import dev.ctrcfg.toml.SyntaxError;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlSyntaxException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Thrown when a command cannot do its work for a reason that its user can mend; the message is what to print. */
final class CommandFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is no TOML at all has an error on every line. */
    private static final int MAX_ERRORS = 10;

    private CommandFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** {@return a failure that a message says all about, the place included} */
    static CommandFailure of(String message) {
        return new CommandFailure(message, null);
    }

    static CommandFailure of(String name, TomlSyntaxException e) {
        StringBuilder out = new StringBuilder();
        List<SyntaxError> errors = e.errors();
        int shown = Math.min(errors.size(), MAX_ERRORS);
        for (int i = 0; i < shown; i++) {
            out.append(i == 0 ? "" : "\n")
                    .append(Secrets.mask(Secrets.mask(errors.get(i)).render(name)));
        }
        if (shown < errors.size()) {
            out.append('\n')
                    .append(name)
                    .append(": and ")
                    .append(errors.size() - shown)
                    .append(" errors more");
        }
        return new CommandFailure(out.toString(), e);
    }

    static CommandFailure of(String name, TomlDocument document, EditConflictException e, Redaction redaction) {
        Optional<Span> span = e.span();
        String reason = String.valueOf(e.getMessage());
        // Without a place in the document it is the patches that contradict each other.
        String message =
                span.isEmpty() ? "ctrcfg: error: " + reason : document.render(name, span.get(), reason, redaction);
        return new CommandFailure(message, e);
    }

    static CommandFailure of(String name, IOException e) {
        String file = e instanceof FileSystemException f && f.getFile() != null ? f.getFile() : name;
        String reason = e instanceof FileSystemException f && f.getReason() != null ? f.getReason() : e.getMessage();
        return new CommandFailure(file + ": error: " + reason, e);
    }
}
