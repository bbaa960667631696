// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a TOML reader accepts that is not TOML, and what of TOML it refuses.
 *
 * <p>The dialects are those of the libraries that containerd was built with, measured on the libraries and on containerd
 * itself. Release lines of containerd and their libraries: up to 1.4 BurntSushi/toml 0.3.1; 1.5 go-toml 1.8; 1.6 and 1.7
 * go-toml 1.9; 2.0 to 2.2 go-toml 2.2; 2.3 go-toml 2.3; 2.4, and Debian's builds of 2.1, go-toml 2.4.
 */
public enum TomlDialect {
    /** BurntSushi/toml 0.3.1. */
    BURNTSUSHI_0_3(
            "BurntSushi/toml 0.3.1",
            Reading.OLD_FAULTS,
            EnumSet.complementOf(EnumSet.of(
                    Construct.TRAILING_COMMA_IN_INLINE_TABLE,
                    Construct.BRACKET_IN_HEADER,
                    Construct.QUOTE_IN_KEY,
                    Construct.LOCAL_DATE_WITHOUT_BLANK,
                    Construct.ZERO_WITH_EXPONENT)),
            true),
    /** go-toml 1.8. */
    GO_TOML_V1_8("go-toml 1.8", Reading.OLD_FAULTS, Reading.refusedByVersionOne(), false),
    /** go-toml 1.9. */
    GO_TOML_V1_9("go-toml 1.9", Reading.OLD_FAULTS, Reading.refusedByLaterVersionOne(), false),
    /** go-toml 2.2. */
    GO_TOML_V2_2("go-toml 2.2", Set.of(), Reading.refusedByVersionTwo(), false),
    /** go-toml 2.3. */
    GO_TOML_V2_3("go-toml 2.3", Set.of(), Reading.refusedByVersionTwo(), false),
    /** go-toml 2.4, which reads TOML 1.1. */
    GO_TOML_V2_4("go-toml 2.4", Set.of(), EnumSet.of(Construct.BYTE_ORDER_MARK), false);

    /** Constructs of TOML 1.1 that some readers refuse. */
    public enum Construct {
        /** A byte order mark at the start of the text. */
        BYTE_ORDER_MARK("a byte order mark"),
        /** A dotted key in front of {@code =}. */
        DOTTED_KEY("a dotted key"),
        /** An array whose elements are not all of one type. */
        MIXED_ARRAY("an array of several types"),
        /** A hexadecimal, octal or binary integer. */
        PREFIXED_INTEGER("an integer that is not decimal"),
        /** An infinity or not-a-number. */
        INFINITY_OR_NAN("inf or nan"),
        /** A float such as {@code 0e2}. */
        ZERO_WITH_EXPONENT("a zero directly before an exponent"),
        /** A date-time with {@code t} or {@code z}. */
        LOWER_CASE_DATE_TIME("a date-time with a lower-case letter"),
        /** A date-time with a blank between date and time. */
        BLANK_IN_DATE_TIME("a date-time with a blank"),
        /** A local time. */
        LOCAL_TIME("a local time"),
        /** A local date as the last thing on its line. */
        LOCAL_DATE_WITHOUT_BLANK("a local date without a blank behind it"),
        /** A time without seconds. */
        TIME_WITHOUT_SECONDS("a time without seconds"),
        /** The escape sequence {@code \e}. */
        ESCAPE_E("the escape sequence \\e"),
        /** An escape sequence {@code \xHH}. */
        ESCAPE_X("an escape sequence \\xHH"),
        /** A square bracket in a quoted key of a header. */
        BRACKET_IN_HEADER("a square bracket in a quoted key of a header"),
        /** An escaped double quote in a key in front of {@code =}. */
        QUOTE_IN_KEY("a double quote in a quoted key"),
        /** A multi-line string whose text ends with a quote. */
        QUOTE_AT_END_OF_MULTI_LINE_STRING("a multi-line string that ends with a quote"),
        /** A backslash that joins two lines with blanks behind it. */
        BLANK_BEHIND_BACKSLASH("a backslash before blanks at the end of a line"),
        /** A line end within an inline table. */
        NEWLINE_IN_INLINE_TABLE("a line end in an inline table"),
        /** A comment within an inline table. */
        COMMENT_IN_INLINE_TABLE("a comment in an inline table"),
        /** A comma behind the last entry of an inline table. */
        TRAILING_COMMA_IN_INLINE_TABLE("a trailing comma in an inline table");

        private final String title;

        Construct(String title) {
            this.title = title;
        }

        /** {@return the construct in words, with its article} */
        @Override
        public String toString() {
            return title;
        }
    }

    /**
     * A construct in a document that a reader refuses.
     *
     * @param construct what it is
     * @param span where it stands
     * @param position where it starts
     */
    public record Refusal(Construct construct, Span span, Position position) {}

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // copied on construction
    private final Set<SyntaxError.Kind> accepted;

    @SuppressWarnings("ImmutableEnumChecker") // copied on construction
    private final Set<Construct> refused;

    private final boolean acceptsLeadingZeros;

    TomlDialect(String title, Set<SyntaxError.Kind> accepted, Set<Construct> refused, boolean acceptsLeadingZeros) {
        this.title = title;
        this.accepted = Set.copyOf(accepted);
        this.refused = Set.copyOf(refused);
        this.acceptsLeadingZeros = acceptsLeadingZeros;
    }

    /** {@return the options with which a text is read as this reader does, but for what {@link #refusals} finds} */
    public TomlOptions options() {
        Set<SyntaxError.Kind> tolerated = EnumSet.noneOf(SyntaxError.Kind.class);
        tolerated.addAll(accepted);
        if (acceptsLeadingZeros) {
            tolerated.add(SyntaxError.Kind.LEADING_ZERO);
            tolerated.remove(SyntaxError.Kind.HEADER_AFTER_DOTTED_KEY);
        }
        return TomlOptions.DEFAULT.with(TomlVersion.V1_1).tolerating(tolerated);
    }

    /** {@return the constructs of TOML 1.1 that this reader refuses} */
    public Set<Construct> refused() {
        return refused;
    }

    /**
     * {@return the constructs in a document that this reader refuses, in the order of the text}
     *
     * @param document the document, read with {@link #options()} or any others
     */
    public List<Refusal> refusals(TomlDocument document) {
        return among(constructs(document));
    }

    /**
     * {@return the constructs in a document that some reader refuses, in the order of the text}
     *
     * @param document the document
     */
    public static List<Refusal> constructs(TomlDocument document) {
        return new DialectCheck(document).find();
    }

    /**
     * {@return those of the constructs in a document that this reader refuses}
     *
     * @param constructs what {@link #constructs} found in the document
     */
    public List<Refusal> among(List<Refusal> constructs) {
        List<Refusal> those = new ArrayList<>();
        for (Refusal one : constructs) {
            if (refused.contains(one.construct())) {
                those.add(one);
            }
        }
        return List.copyOf(those);
    }

    /** {@return the library and version} */
    @Override
    public String toString() {
        return title;
    }

    /** What the dialects share. */
    private static final class Reading {

        /** What readers before go-toml 2 read over. */
        static final Set<SyntaxError.Kind> OLD_FAULTS = EnumSet.of(
                SyntaxError.Kind.INVALID_UTF_8,
                SyntaxError.Kind.BARE_CARRIAGE_RETURN,
                SyntaxError.Kind.CONTROL_CHARACTER_IN_COMMENT,
                SyntaxError.Kind.DUPLICATE_KEY_IN_INLINE_TABLE,
                SyntaxError.Kind.HEADER_AFTER_DOTTED_KEY);

        private Reading() {}

        static Set<Construct> refusedByVersionOne() {
            return EnumSet.of(
                    Construct.LOWER_CASE_DATE_TIME,
                    Construct.ESCAPE_E,
                    Construct.ESCAPE_X,
                    Construct.COMMENT_IN_INLINE_TABLE,
                    Construct.TRAILING_COMMA_IN_INLINE_TABLE,
                    Construct.BRACKET_IN_HEADER,
                    Construct.QUOTE_IN_KEY,
                    Construct.QUOTE_AT_END_OF_MULTI_LINE_STRING,
                    Construct.TIME_WITHOUT_SECONDS,
                    Construct.ZERO_WITH_EXPONENT);
        }

        static Set<Construct> refusedByLaterVersionOne() {
            Set<Construct> refused = refusedByVersionOne();
            refused.add(Construct.LOCAL_DATE_WITHOUT_BLANK);
            return refused;
        }

        static Set<Construct> refusedByVersionTwo() {
            return EnumSet.of(
                    Construct.BYTE_ORDER_MARK,
                    Construct.ESCAPE_X,
                    Construct.NEWLINE_IN_INLINE_TABLE,
                    Construct.COMMENT_IN_INLINE_TABLE,
                    Construct.TRAILING_COMMA_IN_INLINE_TABLE,
                    Construct.TIME_WITHOUT_SECONDS);
        }
    }
}
