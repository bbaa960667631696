// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.toml.Position;
import dev.ctrcfg.toml.Span;

/**
 * A stretch of a file.
 *
 * @param file the file
 * @param span the stretch
 */
public record SourcePlace(SourceFile file, Span span) {

    /** {@return the line and column where it starts} */
    public Position position() {
        return file.position(span.start());
    }

    /** {@return {@code path:line:column}} */
    @Override
    public String toString() {
        return file.path() + ":" + position();
    }
}
