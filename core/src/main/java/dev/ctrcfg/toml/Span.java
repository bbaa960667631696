// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of a document.
 *
 * @param start offset of its first byte in the document's UTF-8 bytes, from 0
 * @param end offset behind its last byte; equal to {@code start} for a place between two bytes
 */
public record Span(int start, int end) implements Comparable<Span> {

    /** Refuses a span that ends before it starts with {@link IllegalArgumentException}. */
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: " + start + " to " + end);
        }
    }

    /** {@return the number of bytes} */
    public int length() {
        return end - start;
    }

    /**
     * {@return whether the other span lies within this one}
     *
     * @param other the other span
     */
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    // Written out: what the compiler makes for records links itself at the first call, which costs milliseconds.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Span span && start == span.start && end == span.end;
    }

    @Override
    public int hashCode() {
        return 31 * start + end;
    }

    /** Orders by start, then by end. */
    @Override
    public int compareTo(Span other) {
        int order = Integer.compare(start, other.start);
        return order != 0 ? order : Integer.compare(end, other.end);
    }
}
