// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.record;

import dev.ctrcfg.toml.Span;
import java.util.Optional;

/** Thrown for a document that is not a record. */
public final class RecordFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<Span> span;

    RecordFormatException(Optional<Span> span, String message) {
        super(message);
        this.span = span;
    }

    /** {@return the place in the document, if there is one} */
    public Optional<Span> span() {
        return span;
    }
}
