// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import dev.ctrcfg.toml.TomlDialect.Construct;
import java.util.ArrayList;
import java.util.List;

/** Finds the constructs in a document that some readers refuse. */
final class DialectCheck {

    private final TomlDocument document;
    private final Syntax syntax;
    private final Tape tape;
    private final byte[] bytes;
    private final Text text;
    private final List<TomlDialect.Refusal> found = new ArrayList<>();

    DialectCheck(TomlDocument document) {
        this.document = document;
        syntax = document.syntax();
        tape = syntax.tape;
        bytes = syntax.bytes;
        text = new Text(bytes);
    }

    List<TomlDialect.Refusal> find() {
        if (Parser.hasMark(bytes)) {
            add(Construct.BYTE_ORDER_MARK, 0, 3);
        }
        for (int node = 0; node < tape.size(); node++) {
            visit(node);
        }
        if (found.size() > 1) {
            found.sort((a, b) -> a.span().compareTo(b.span()));
        }
        return List.copyOf(found);
    }

    private void add(Construct construct, int start, int end) {
        found.add(new TomlDialect.Refusal(construct, new Span(start, end), document.position(start)));
    }

    private void add(Construct construct, int node) {
        add(construct, tape.start(node), tape.end(node));
    }

    private void visit(int node) {
        switch (tape.kind(node)) {
            case Node.KEY -> key(node);
            case Node.HEADER_KEY -> headerKey(node);
            case Node.BASIC_STRING -> escapes(node);
            case Node.MULTI_LINE_BASIC_STRING -> {
                escapes(node);
                closingQuotes(node, '"');
            }
            case Node.MULTI_LINE_LITERAL_STRING -> closingQuotes(node, '\'');
            case Node.INTEGER -> integer(node);
            case Node.FLOAT -> floating(node);
            case Node.OFFSET_DATE_TIME, Node.LOCAL_DATE_TIME -> dateTime(node);
            case Node.LOCAL_DATE -> localDate(node);
            case Node.LOCAL_TIME -> {
                add(Construct.LOCAL_TIME, node);
                seconds(node, tape.start(node));
            }
            case Node.ARRAY -> array(node);
            case Node.INLINE_TABLE -> inlineTable(node);
            default -> {}
        }
    }

    private void key(int node) {
        if (!tape.has(node, Node.FIRST)) {
            add(Construct.DOTTED_KEY, node);
        }
        if (tape.has(node, Node.ESCAPED) && Decoder.key(bytes, tape, node).indexOf('"') >= 0) {
            add(Construct.QUOTE_IN_KEY, node);
        }
        escapes(node);
    }

    private void headerKey(int node) {
        for (int i = tape.start(node); i < tape.end(node); i++) {
            if (bytes[i] == '[' || bytes[i] == ']') {
                add(Construct.BRACKET_IN_HEADER, node);
                break;
            }
        }
        escapes(node);
    }

    private void escapes(int node) {
        if (!tape.has(node, Node.ESCAPED)) {
            return;
        }
        for (int i = tape.start(node) + 1; i < tape.end(node) - 1; i++) {
            if (bytes[i] == '\\') {
                escape(i);
                i++;
            }
        }
    }

    private void escape(int i) {
        switch (bytes[i + 1]) {
            case 'e' -> add(Construct.ESCAPE_E, i, i + 2);
            case 'x' -> add(Construct.ESCAPE_X, i, i + 4);
            case ' ', '\t' -> add(Construct.BLANK_BEHIND_BACKSLASH, i, i + 2);
            default -> {}
        }
    }

    private void closingQuotes(int node, char quote) {
        int before = tape.end(node) - 4;
        boolean escaped = quote == '"' && bytes[before - 1] == '\\' && bytes[before - 2] != '\\';
        if (before >= tape.start(node) + 3 && bytes[before] == quote && !escaped) {
            add(Construct.QUOTE_AT_END_OF_MULTI_LINE_STRING, before, tape.end(node));
        }
    }

    private void integer(int node) {
        int start = tape.start(node);
        boolean prefixed =
                tape.end(node) - start > 2 && bytes[start] == '0' && !Scalars.is(bytes[start + 1], Scalars.DIGIT);
        if (prefixed && bytes[start + 1] != '_') {
            add(Construct.PREFIXED_INTEGER, node);
        }
    }

    private void floating(int node) {
        int end = tape.end(node);
        byte last = bytes[end - 1];
        if (last == 'f' || last == 'n') {
            add(Construct.INFINITY_OR_NAN, node);
            return;
        }
        int first = tape.start(node);
        if (bytes[first] == '+' || bytes[first] == '-') {
            first++;
        }
        if (bytes[first] == '0' && (bytes[first + 1] == 'e' || bytes[first + 1] == 'E')) {
            add(Construct.ZERO_WITH_EXPONENT, node);
        }
    }

    private void dateTime(int node) {
        int start = tape.start(node);
        byte separator = bytes[start + 10];
        if (separator == 't' || bytes[tape.end(node) - 1] == 'z') {
            add(Construct.LOWER_CASE_DATE_TIME, node);
        }
        if (separator == ' ') {
            add(Construct.BLANK_IN_DATE_TIME, node);
        }
        seconds(node, start + 11);
    }

    private void seconds(int node, int time) {
        if (time + 5 >= tape.end(node) || bytes[time + 5] != ':') {
            add(Construct.TIME_WITHOUT_SECONDS, node);
        }
    }

    private void localDate(int node) {
        int end = tape.end(node);
        if (end == bytes.length || bytes[end] != ' ') {
            add(Construct.LOCAL_DATE_WITHOUT_BLANK, node);
        }
    }

    private void array(int node) {
        int end = tape.link(node);
        int first = -1;
        for (int item = node + 1; item < end; item = syntax.skip(item)) {
            int type = type(item);
            if (first >= 0 && type != first) {
                add(Construct.MIXED_ARRAY, node);
                return;
            }
            first = type;
        }
    }

    private int type(int node) {
        int kind = tape.kind(node);
        if (Node.isString(kind)) {
            return Node.BASIC_STRING;
        }
        return kind >= Node.OFFSET_DATE_TIME && kind <= Node.LOCAL_TIME ? Node.OFFSET_DATE_TIME : kind;
    }

    /** Looks at what stands between the entries; what they contain is looked at on its own. */
    private void inlineTable(int node) {
        int at = tape.start(node) + 1;
        int end = syntax.skip(node);
        int entry = node + 1;
        while (entry < end) {
            gap(at, tape.start(entry));
            int value = entry;
            while (tape.kind(value) == Node.KEY) {
                value++;
            }
            at = tape.end(value);
            entry = syntax.skip(value);
        }
        int close = tape.end(node) - 1;
        gap(at, close);
        int comma = lastComma(at, close);
        if (comma >= 0) {
            add(Construct.TRAILING_COMMA_IN_INLINE_TABLE, comma, comma + 1);
        }
    }

    private void gap(int from, int to) {
        boolean newline = false;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '#') {
                add(Construct.COMMENT_IN_INLINE_TABLE, i, text.lineEnd(i));
                i = text.lineEnd(i) - 1;
            } else if (bytes[i] == '\n' && !newline) {
                newline = true;
                add(Construct.NEWLINE_IN_INLINE_TABLE, i, i + 1);
            }
        }
    }

    private int lastComma(int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '#') {
                i = text.lineEnd(i);
            } else if (bytes[i] == ',') {
                return i;
            }
        }
        return -1;
    }
}
