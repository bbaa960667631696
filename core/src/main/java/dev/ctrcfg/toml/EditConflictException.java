// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.Optional;

/** Thrown for an edit that cannot be made: the document stays as it is. */
public final class EditConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Key key;
    private final transient Optional<Span> span;

    /**
     * Makes the exception.
     *
     * @param key the key that was to be edited
     * @param span the place in the document that stands against it, if there is one
     * @param message what stands against what, in one line
     */
    public EditConflictException(Key key, Optional<Span> span, String message) {
        super(message);
        this.key = key;
        this.span = span;
    }

    /** {@return the key that was to be edited} */
    public Key key() {
        return key;
    }

    /** {@return the place in the document that stands against it} */
    public Optional<Span> span() {
        return span;
    }
}
