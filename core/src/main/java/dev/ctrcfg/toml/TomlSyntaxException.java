// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.List;

/** Thrown for a text that is not TOML; holds every error found, in the order of the text. */
public final class TomlSyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<SyntaxError> errors;

    TomlSyntaxException(List<SyntaxError> errors) {
        super(message(errors));
        this.errors = List.copyOf(errors);
    }

    /** {@return the errors, at least one, in the order of the text} */
    public List<SyntaxError> errors() {
        return errors;
    }

    private static String message(List<SyntaxError> errors) {
        SyntaxError first = errors.get(0);
        String more = errors.size() == 1 ? "" : " (and " + (errors.size() - 1) + " more)";
        return first.position() + ": " + first.message() + more;
    }
}
