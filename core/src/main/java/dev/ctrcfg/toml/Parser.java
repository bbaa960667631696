// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.Arrays;

/**
 * Reads a document into a {@link Tape} and {@link Symbols} in one pass.
 *
 * <p>Invariants: {@link #at} is the offset of the next byte to read and never exceeds the length. Nothing recurses; open
 * arrays and inline tables are on a stack of tape entries. A fault leaves the expression through {@link Faults.Stop}, and
 * reading goes on at the next line, so that one pass finds every fault. What was noted of a faulty expression stays on
 * the tape: a text with faults never becomes a document.
 */
final class Parser {

    private static final int NO_TABLE = -1;

    private final byte[] bytes;
    private final TomlOptions options;
    private final Faults faults;
    private final Tape tape;
    private final Symbols symbols;
    private final Scalars scalars;
    private final HeaderPath path;
    private final boolean v11;

    private int at;
    private int started;
    private int table = Symbols.ROOT;
    private int depth;
    private int[] open = new int[16];

    Parser(byte[] bytes, TomlOptions options) {
        this.bytes = bytes;
        this.options = options;
        this.v11 = options.version() == TomlVersion.V1_1;
        faults = new Faults(bytes, options);
        tape = new Tape(bytes.length / 9 + 8);
        symbols = new Symbols(bytes, tape, bytes.length / 26 + 4);
        scalars = new Scalars(bytes, faults, v11);
        path = new HeaderPath(bytes, tape);
    }

    /**
     * Reads the whole text.
     *
     * @throws TomlSyntaxException with every fault found
     */
    Syntax parse() {
        try {
            start();
        } catch (Faults.Stop stop) {
            at = bytes.length;
        }
        while (at < bytes.length) {
            try {
                expression();
            } catch (Faults.Stop stop) {
                if (faults.isFull()) {
                    break;
                }
                recover();
            }
        }
        if (!faults.isEmpty()) {
            throw new TomlSyntaxException(faults.errors());
        }
        return new Syntax(bytes, tape, symbols, faults.ignored());
    }

    /** Whether a text starts with UTF-8's byte order mark. */
    static boolean hasMark(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }

    private void start() {
        if (bytes.length > options.maxBytes()) {
            String limit = "the document has " + bytes.length + " bytes, more than the limit of " + options.maxBytes();
            faults.add(SyntaxError.Kind.TOO_LARGE, 0, 0, limit);
        }
        if (looksLikeUtf16()) {
            faults.add(SyntaxError.Kind.UTF_16, 0, 2, "the document is UTF-16, expected UTF-8");
        }
        if (hasMark(bytes)) {
            at = 3;
        }
    }

    private boolean looksLikeUtf16() {
        if (bytes.length < 2) {
            return false;
        }
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return first == 0xff && second == 0xfe
                || first == 0xfe && second == 0xff
                || first != 0 && second == 0
                || first == 0 && second != 0;
    }

    // Expressions

    private void expression() {
        skipBlanks();
        started = at;
        if (at == bytes.length) {
            return;
        }
        switch (bytes[at]) {
            case '\n', '\r', '#' -> endOfLine();
            case '[' -> {
                header();
                endOfLine();
            }
            default -> {
                depth = 0;
                keyValue(table);
                values(0);
                endOfLine();
            }
        }
    }

    private void header() {
        int start = at++;
        table = NO_TABLE;
        boolean array = at < bytes.length && bytes[at] == '[';
        if (array) {
            at++;
        }
        int header = tape.add(array ? Node.ARRAY_HEADER : Node.TABLE_HEADER, start, start);
        path.start();
        int parent = Symbols.ROOT;
        int parts = 1;
        skipBlanks();
        int key = keyPart(Node.HEADER_KEY);
        skipBlanks();
        while (at < bytes.length && bytes[at] == '.') {
            at++;
            parent = headerStep(parent, key, parts - 1);
            checkDepth(++parts, key);
            skipBlanks();
            key = keyPart(Node.HEADER_KEY);
            skipBlanks();
        }
        close(array);
        tape.end(header, at);
        table = array ? defineElement(parent, key, header) : defineTable(parent, key, header);
        path.put(parts - 1, key, tape.link(key));
        tape.link(header, table);
    }

    private void close(boolean array) {
        if (at == bytes.length || bytes[at] != ']' || array && (at + 1 == bytes.length || bytes[at + 1] != ']')) {
            String expected = array ? "expected ']]' to close the header" : "expected ']' to close the header";
            int found = array && at < bytes.length && bytes[at] == ']' ? at + 1 : at;
            fault(SyntaxError.Kind.UNCLOSED_HEADER, found, expected);
        }
        at += array ? 2 : 1;
    }

    /** Goes from a table to one below it that a header passes through. */
    private int headerStep(int parent, int key, int level) {
        int symbol = path.find(level, key);
        if (symbol < 0) {
            symbol = symbols.findOrAdd(parent, key, Symbols.IMPLICIT);
            path.put(level, key, Math.max(symbol, ~symbol));
        }
        if (symbol < 0) {
            tape.link(key, ~symbol);
            return ~symbol;
        }
        tape.link(key, symbol);
        return switch (symbols.kind(symbol)) {
            case Symbols.TABLES -> symbols.extra(symbol);
            case Symbols.VALUE -> {
                faults.add(
                        SyntaxError.Kind.NOT_A_TABLE,
                        tape.start(key),
                        tape.end(key),
                        Wording.key(bytes, tape, symbols, symbol) + " is not a table, it was set",
                        definition(symbol));
                yield symbol;
            }
            case Symbols.INLINE -> {
                faults.add(
                        SyntaxError.Kind.REDEFINED_TABLE,
                        tape.start(key),
                        tape.end(key),
                        "the inline table " + Wording.key(bytes, tape, symbols, symbol)
                                + " cannot be extended, it was defined",
                        definition(symbol));
                yield symbol;
            }
            default -> symbol;
        };
    }

    private int defineTable(int parent, int key, int header) {
        int symbol = symbols.findOrAdd(parent, key, Symbols.EXPLICIT);
        if (symbol < 0) {
            symbol = ~symbol;
        } else {
            int kind = symbols.kind(symbol);
            if (kind == Symbols.DOTTED) {
                redefined(SyntaxError.Kind.HEADER_AFTER_DOTTED_KEY, key, symbol, "is defined twice, first by a key");
            } else if (kind != Symbols.IMPLICIT) {
                redefined(SyntaxError.Kind.REDEFINED_TABLE, key, symbol, "is defined twice, first");
            }
        }
        tape.link(key, symbol);
        symbols.define(symbol, Symbols.EXPLICIT, header);
        return symbol;
    }

    private int defineElement(int parent, int key, int header) {
        int symbol = symbols.findOrAdd(parent, key, Symbols.TABLES);
        if (symbol < 0) {
            symbol = ~symbol;
            symbols.define(symbol, Symbols.TABLES, header);
        } else if (symbols.kind(symbol) != Symbols.TABLES) {
            redefined(SyntaxError.Kind.REDEFINED_TABLE, key, symbol, "is not an array of tables, it was defined");
        }
        tape.link(key, symbol);
        int element = symbols.addAnonymous(symbol, Symbols.ELEMENT);
        symbols.define(element, Symbols.ELEMENT, header);
        symbols.extra(symbol, element);
        return element;
    }

    private void redefined(SyntaxError.Kind kind, int key, int symbol, String what) {
        String name = Wording.key(bytes, tape, symbols, symbol);
        faults.add(kind, tape.start(key), tape.end(key), "table " + name + " " + what, definition(symbol));
    }

    /** Where a symbol was defined: its header, or the key that named it first. */
    private int definition(int symbol) {
        int value = symbols.value(symbol);
        if (value >= 0 && Node.isHeader(tape.kind(value))) {
            return tape.start(value);
        }
        return tape.start(symbols.key(symbol));
    }

    // Keys

    /** Reads a key and its {@code =}; the symbol of the value goes onto the stack through {@link #owner}. */
    private void keyValue(int container) {
        boolean inline = symbols.kind(container) == Symbols.INLINE;
        int parent = container;
        int parts = 1;
        int key = keyPart(Node.KEY | Node.FIRST);
        skipBlanks();
        while (at < bytes.length && bytes[at] == '.') {
            at++;
            parent = dottedStep(parent, key);
            checkDepth(depth + ++parts, key);
            skipBlanks();
            key = keyPart(Node.KEY);
            skipBlanks();
        }
        if (at == bytes.length || bytes[at] != '=') {
            fault(SyntaxError.Kind.MISSING_EQUALS, at, "expected '=' behind the key");
        }
        at++;
        owner = symbols.findOrAdd(parent, key, Symbols.VALUE);
        if (owner < 0) {
            owner = ~owner;
        } else {
            duplicate(key, owner, inline);
        }
        tape.link(key, owner);
        skipBlanks();
    }

    private int owner;

    private void duplicate(int key, int symbol, boolean inline) {
        SyntaxError.Kind kind =
                inline ? SyntaxError.Kind.DUPLICATE_KEY_IN_INLINE_TABLE : SyntaxError.Kind.DUPLICATE_KEY;
        String name = Wording.key(bytes, tape, symbols, symbol);
        faults.add(kind, tape.start(key), tape.end(key), "duplicate key " + name + ", first set", definition(symbol));
    }

    /** Goes from a table to one below it that a dotted key passes through. */
    private int dottedStep(int parent, int key) {
        int symbol = symbols.findOrAdd(parent, key, Symbols.DOTTED);
        if (symbol < 0) {
            tape.link(key, ~symbol);
            return ~symbol;
        }
        tape.link(key, symbol);
        int kind = symbols.kind(symbol);
        if (kind == Symbols.VALUE) {
            String message = Wording.key(bytes, tape, symbols, symbol) + " is not a table, it was set";
            faults.add(SyntaxError.Kind.NOT_A_TABLE, tape.start(key), tape.end(key), message, definition(symbol));
        } else if (kind != Symbols.DOTTED) {
            redefined(
                    SyntaxError.Kind.REDEFINED_TABLE,
                    key,
                    symbol,
                    "cannot be extended by a dotted key, it was defined");
        }
        return symbol;
    }

    private int keyPart(int kind) {
        byte[] text = bytes;
        int start = at;
        if (start < text.length && (text[start] == '"' || text[start] == '\'')) {
            return quotedPart(kind, text[start]);
        }
        int i = start;
        while (i < text.length && Scalars.is(text[i], Scalars.BARE)) {
            i++;
        }
        if (i == start) {
            fault(SyntaxError.Kind.MISSING_KEY, start, "expected a key");
        }
        at = i;
        return tape.add(kind, start, i);
    }

    private int quotedPart(int kind, byte quote) {
        int start = at;
        if (at + 2 < bytes.length && bytes[at + 1] == quote && bytes[at + 2] == quote) {
            String message = "a key cannot be a multi-line string";
            faults.add(SyntaxError.Kind.MISSING_KEY, start, start + 3, message);
        }
        int flags = quote == '"' ? Node.BASIC_KEY : Node.LITERAL_KEY;
        at = quote == '"' ? scalars.basic(at) : scalars.literal(at);
        return tape.add(kind | flags | (scalars.escaped() ? Node.ESCAPED : 0), start, at);
    }

    // Values

    /** Reads the value of {@link #owner}, and what it contains, until the stack is as deep as it was. */
    private void values(int base) {
        boolean named = true;
        while (true) {
            int symbol = named ? owner : -1;
            if (at == bytes.length) {
                fault(SyntaxError.Kind.MISSING_VALUE, at, "expected a value");
            }
            byte b = bytes[at];
            boolean opened = b == '[' || b == '{';
            if (b == '[') {
                openArray(symbol);
            } else if (b == '{') {
                openInlineTable(symbol);
            } else {
                scalar(symbol);
            }
            int next = next(base, opened);
            if (next == DONE) {
                return;
            }
            named = next == NAMED;
        }
    }

    private static final int DONE = 0;
    private static final int NAMED = 1;
    private static final int ELEMENT = 2;

    /** Closes what ends here and goes to the next value: an element, or one with a key, or none is left. */
    private int next(int base, boolean opened) {
        boolean first = opened;
        while (depth > base) {
            int container = open[depth - 1];
            boolean array = tape.kind(container) == Node.ARRAY;
            if (array) {
                skipToElement();
            } else {
                skipToEntry(container);
            }
            byte b = at < bytes.length ? bytes[at] : 0;
            byte end = (byte) (array ? ']' : '}');
            if (!first && b == ',') {
                int comma = at++;
                if (array) {
                    skipToElement();
                } else {
                    skipToEntry(container);
                }
                b = at < bytes.length ? bytes[at] : 0;
                if (b == end && !array && !v11) {
                    String message = "a comma cannot stand behind the last entry of an inline table in TOML 1.0";
                    faults.add(SyntaxError.Kind.TRAILING_COMMA_IN_INLINE_TABLE, comma, comma + 1, message);
                }
                first = true;
            }
            if (b == end) {
                closeContainer(container);
                first = false;
            } else if (!first) {
                unclosed(container, array);
            } else if (array) {
                elementDue(container);
                return ELEMENT;
            } else {
                entryDue(container);
                return NAMED;
            }
        }
        return DONE;
    }

    private void elementDue(int container) {
        if (at == bytes.length) {
            unclosed(container, true);
        }
        if (bytes[at] == ',') {
            fault(SyntaxError.Kind.MISSING_VALUE, at, "expected a value");
        }
    }

    private void entryDue(int container) {
        if (at == bytes.length) {
            unclosed(container, false);
        }
        keyValue(tape.link(container));
    }

    private void unclosed(int container, boolean array) {
        SyntaxError.Kind kind = array ? SyntaxError.Kind.UNCLOSED_ARRAY : SyntaxError.Kind.UNCLOSED_INLINE_TABLE;
        String what = array ? "expected ',' or ']' in the array" : "expected ',' or '}' in the inline table";
        if (at == bytes.length) {
            String opener = array ? "the array" : "the inline table";
            faults.add(
                    kind,
                    tape.start(container),
                    tape.start(container) + 1,
                    opener + " is not closed before the end of the document");
        }
        String found = what + ", found " + Wording.found(bytes, at) + "; it was opened";
        faults.add(kind, at, Wording.tokenEnd(bytes, at), found, tape.start(container));
    }

    private void push(int node) {
        checkDepth(depth + 1, node);
        if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
        }
        open[depth++] = node;
    }

    private void openArray(int symbol) {
        int node = tape.add(Node.ARRAY, at, at);
        if (symbol >= 0) {
            symbols.define(symbol, Symbols.VALUE, node);
        }
        push(node);
        at++;
    }

    private void openInlineTable(int symbol) {
        int node = tape.add(Node.INLINE_TABLE, at, at);
        int own = symbol >= 0 ? symbol : symbols.addAnonymous(Symbols.ROOT, Symbols.INLINE);
        symbols.define(own, Symbols.INLINE, node);
        tape.link(node, own);
        push(node);
        at++;
    }

    private void closeContainer(int container) {
        at++;
        tape.end(container, at);
        if (tape.kind(container) == Node.ARRAY) {
            tape.link(container, tape.size());
        } else {
            symbols.extra(tape.link(container), tape.size());
        }
        depth--;
    }

    private void scalar(int symbol) {
        int start = at;
        at = scalars.scan(at);
        int node = tape.add(scalars.kind(), start, at);
        if (symbol >= 0) {
            symbols.define(symbol, Symbols.VALUE, node);
        }
    }

    // White space, comments, line ends

    private void skipBlanks() {
        byte[] text = bytes;
        int i = at;
        while (i < text.length && (text[i] == ' ' || text[i] == '\t')) {
            i++;
        }
        at = i;
    }

    private void skipToElement() {
        while (true) {
            skipBlanks();
            if (at == bytes.length) {
                return;
            }
            byte b = bytes[at];
            if (b == '#') {
                at = scalars.comment(at);
            } else if (b == '\n' || b == '\r') {
                lineEnd();
            } else {
                return;
            }
        }
    }

    private void skipToEntry(int container) {
        skipBlanks();
        if (at == bytes.length || bytes[at] != '#' && bytes[at] != '\n' && bytes[at] != '\r') {
            return;
        }
        if (!v11) {
            String message = "an inline table must be on one line in TOML 1.0";
            int start = tape.start(container);
            faults.add(SyntaxError.Kind.NEWLINE_IN_INLINE_TABLE, start, start + 1, message);
        }
        skipToElement();
    }

    private void endOfLine() {
        byte[] text = bytes;
        int i = at;
        while (i < text.length && (text[i] == ' ' || text[i] == '\t')) {
            i++;
        }
        if (i < text.length && text[i] == '#') {
            i = scalars.comment(i);
        }
        if (i < text.length && text[i] == '\n') {
            at = i + 1;
            return;
        }
        at = i;
        if (i < text.length) {
            if (text[i] != '\r') {
                fault(SyntaxError.Kind.TEXT_AFTER_END, i, "expected the end of the line");
            }
            lineEnd();
        }
    }

    private void lineEnd() {
        if (bytes[at] == '\n') {
            at++;
        } else if (at + 1 < bytes.length && bytes[at + 1] == '\n') {
            at += 2;
        } else {
            String message = "a carriage return must be followed by a line feed";
            faults.add(SyntaxError.Kind.BARE_CARRIAGE_RETURN, at, at + 1, message);
            at++;
        }
    }

    private void checkDepth(int levels, int node) {
        if (levels > options.maxDepth()) {
            String message = "nested deeper than the limit of " + options.maxDepth() + " levels";
            faults.add(SyntaxError.Kind.TOO_DEEP, tape.start(node), tape.start(node) + 1, message);
        }
    }

    private void fault(SyntaxError.Kind kind, int where, String expected) {
        faults.add(kind, where, Wording.tokenEnd(bytes, where), expected + ", found " + Wording.found(bytes, where));
    }

    // Recovery

    /**
     * Goes to the line where reading can go on: the next one, or, from within an array or inline table, the next that
     * looks like a header or a key/value, so that one missing bracket is one error.
     */
    private void recover() {
        path.clear();
        boolean nested = depth > 0;
        depth = 0;
        if (table == NO_TABLE) {
            // The keys below a header at fault must not go into the table before it.
            table = symbols.addAnonymous(Symbols.ROOT, Symbols.EXPLICIT);
        }
        if (faults.endsText()) {
            at = bytes.length;
        } else if (nested) {
            recoverFromNesting();
        } else {
            skipLine();
        }
    }

    private void recoverFromNesting() {
        while (at > started && bytes[at - 1] != '\n') {
            at--;
        }
        if (at <= started) {
            skipLine();
        }
        while (at < bytes.length && !startsExpression()) {
            skipLine();
        }
    }

    private void skipLine() {
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        if (at < bytes.length) {
            at++;
        }
    }

    private boolean startsExpression() {
        int i = at;
        while (i < bytes.length && (bytes[i] == ' ' || bytes[i] == '\t')) {
            i++;
        }
        if (i < bytes.length && bytes[i] == '[') {
            return i + 1 < bytes.length && (Scalars.is(bytes[i + 1], Scalars.LETTER) || bytes[i + 1] == '[');
        }
        int start = i;
        while (i < bytes.length && (Scalars.is(bytes[i], Scalars.BARE) || bytes[i] == '.')) {
            i++;
        }
        while (i < bytes.length && (bytes[i] == ' ' || bytes[i] == '\t')) {
            i++;
        }
        return i > start && i < bytes.length && bytes[i] == '=';
    }
}
