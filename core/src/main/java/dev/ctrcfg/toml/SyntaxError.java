// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.Optional;

/**
 * One place where a text is not TOML.
 *
 * @param kind what is wrong
 * @param span the bytes at fault
 * @param position where they start
 * @param message what was found and what was expected, in one line
 * @param related the other place, for a key or table that is defined twice
 * @param sourceLine the text of the line at fault, without its line end; empty if it cannot be shown
 */
public record SyntaxError(
        Kind kind, Span span, Position position, String message, Optional<Position> related, String sourceLine) {

    /** The kinds of syntax errors. */
    public enum Kind {
        /** The text is UTF-16. */
        UTF_16,
        /** Bytes that are not UTF-8. */
        INVALID_UTF_8,
        /** A control character in a string, other than tab. */
        CONTROL_CHARACTER,
        /** A control character in a comment, other than tab. */
        CONTROL_CHARACTER_IN_COMMENT,
        /** A carriage return that no line feed follows. */
        BARE_CARRIAGE_RETURN,
        /** A string without its closing quotes. */
        UNTERMINATED_STRING,
        /** A backslash followed by something that is not an escape sequence. */
        INVALID_ESCAPE,
        /** A decimal number with a leading zero. */
        LEADING_ZERO,
        /** Something that starts like a number and is none. */
        INVALID_NUMBER,
        /** An integer that does not fit into 64 bits. */
        INTEGER_OUT_OF_RANGE,
        /** Something that starts like a date or time and is none. */
        INVALID_DATE_TIME,
        /** A date or time in a form that TOML 1.1 brings. */
        TIME_WITHOUT_SECONDS,
        /** A bare word where a value is due. */
        INVALID_VALUE,
        /** Nothing where a value is due. */
        MISSING_VALUE,
        /** Something other than a key where a key is due. */
        MISSING_KEY,
        /** A key without its {@code =}. */
        MISSING_EQUALS,
        /** A header without its closing brackets. */
        UNCLOSED_HEADER,
        /** Something behind a value or header on the same line. */
        TEXT_AFTER_END,
        /** An array without its closing bracket, or without a comma between two elements. */
        UNCLOSED_ARRAY,
        /** An inline table without its closing brace, or without a comma between two entries. */
        UNCLOSED_INLINE_TABLE,
        /** A line end within an inline table, which TOML 1.1 brings. */
        NEWLINE_IN_INLINE_TABLE,
        /** A comma behind the last entry of an inline table, which TOML 1.1 brings. */
        TRAILING_COMMA_IN_INLINE_TABLE,
        /** A key that is set twice. */
        DUPLICATE_KEY,
        /** A key that is set twice within one inline table. */
        DUPLICATE_KEY_IN_INLINE_TABLE,
        /** A table that is defined twice, or changed where TOML closes it. */
        REDEFINED_TABLE,
        /** A table defined by dotted keys that gets a header as well. */
        HEADER_AFTER_DOTTED_KEY,
        /** A key below something that is not a table. */
        NOT_A_TABLE,
        /** Deeper nesting than {@link TomlOptions#maxDepth()} allows. */
        TOO_DEEP,
        /** More bytes than {@link TomlOptions#maxBytes()} allows. */
        TOO_LARGE
    }

    /**
     * {@return the error as compilers print it: place, message, source line and a caret below the fault}
     *
     * <p>Lines longer than 160 characters are cut around the fault, and control characters are shown as {@code ?}.
     *
     * @param fileName the name to print before line and column
     */
    public String render(String fileName) {
        StringBuilder out = new StringBuilder(fileName);
        out.append(':').append(position.line()).append(':').append(position.column());
        out.append(": error: ").append(message);
        if (!sourceLine.isEmpty()) {
            SourceExcerpt.append(out, sourceLine, position.column(), span.length());
        }
        return out.toString();
    }
}
