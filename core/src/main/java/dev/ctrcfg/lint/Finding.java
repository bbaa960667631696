// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.Position;
import dev.ctrcfg.toml.Span;
import java.util.Optional;

/**
 * One thing that is wrong with a file.
 *
 * @param rule the id of the rule
 * @param severity how bad it is
 * @param place where it stands
 * @param key the key that it is about, as it is written; empty if it is about no key
 * @param message what is wrong, what comes of it and what to write instead, in one line
 * @param releases the releases that it holds for, such as {@code 1.5-1.7}
 * @param fix what mends it, if there is no doubt about it
 */
public record Finding(
        String rule,
        Severity severity,
        Place place,
        Optional<Key> key,
        String message,
        String releases,
        Optional<Fix> fix) {

    /**
     * {@return the same in a file by another name}
     *
     * @param name the name
     */
    public Finding in(String name) {
        Place there = new Place(name, place.span, place.start, place.end, place.columns, place.sourceLine);
        return new Finding(rule, severity, there, key, message, releases, fix);
    }

    /**
     * Where a finding stands.
     *
     * @param file the name of the file
     * @param span the bytes; empty for the whole file
     * @param start where they start
     * @param end where they end; the column is the one behind the last character
     * @param columns the columns of both in bytes
     * @param sourceLine the text of the line where they start, without its line end
     */
    public record Place(String file, Span span, Position start, Position end, ByteColumns columns, String sourceLine) {}
}
