// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import org.jspecify.annotations.Nullable;

/**
 * An array or inline table as it is laid out: elements, the commas between them, line ends and comments.
 *
 * <p>An element is an entry's key and value, or an array's value. A comment behind an element on the same line belongs to
 * it, whichever side of the comma it is on; comment lines directly above an element belong to it, but for the first,
 * where they are about the whole.
 */
final class Delimited {

    private final Draft draft;
    private final Syntax syntax;
    private final Tape tape;
    private final Text text;
    private final int container;
    private final boolean array;
    private final int inner;
    private final int close;
    private int[] starts = new int[8];
    private int[] ends = new int[8];
    private int[] nodes = new int[8];
    private int count;

    Delimited(Draft draft, int container) {
        this.draft = draft;
        this.container = container;
        syntax = draft.syntax;
        tape = draft.tape;
        text = draft.text;
        array = tape.kind(container) == Node.ARRAY;
        inner = tape.start(container) + 1;
        close = tape.end(container) - 1;
        collect();
    }

    private void collect() {
        int end = syntax.skip(container);
        int node = container + 1;
        while (node < end) {
            int value = array ? node : draft.outline().valueOf(node);
            add(node, tape.start(node), tape.end(value));
            node = syntax.skip(value);
        }
    }

    private void add(int node, int start, int end) {
        if (count == starts.length) {
            starts = java.util.Arrays.copyOf(starts, count * 2);
            ends = java.util.Arrays.copyOf(ends, count * 2);
            nodes = java.util.Arrays.copyOf(nodes, count * 2);
        }
        nodes[count] = node;
        starts[count] = start;
        ends[count++] = end;
    }

    /** The inline table that holds a key/value directly, or null if the key/value is a line of its own. */
    static @Nullable Delimited around(Draft draft, int firstKey) {
        Symbols symbols = draft.syntax.symbols;
        int table = symbols.parent(draft.tape.link(firstKey));
        return symbols.kind(table) == Symbols.INLINE ? new Delimited(draft, symbols.value(table)) : null;
    }

    int count() {
        return count;
    }

    /** The index of the element that starts with a tape entry. */
    int indexOf(int node) {
        for (int i = 0; i < count; i++) {
            if (nodes[i] == node) {
                return i;
            }
        }
        throw new IllegalStateException("no element starts there");
    }

    // Habits

    /** How the elements are spelt, judged by those that are there. */
    InlineStyle style() {
        char quote = quote();
        String comma = count > 1 && isPlain(ends[0], starts[1]) ? text.string(ends[0], starts[1]) : ", ";
        InlineStyle base = InlineStyle.PLAIN;
        String bracket = array && count > 0 ? padding() : "";
        String brace = bracePadding();
        return new InlineStyle(quote, base.equals(), comma.contains("\n") ? ", " : comma, bracket, brace);
    }

    private char quote() {
        int end = syntax.skip(container);
        for (int node = container + 1; node < end; node++) {
            if (tape.kind(node) == Node.LITERAL_STRING) {
                return '\'';
            }
            if (tape.kind(node) == Node.BASIC_STRING) {
                return '"';
            }
        }
        return draft.layout().stringQuote() == '\'' ? '\'' : '"';
    }

    private String padding() {
        return isPlain(inner, starts[0]) && !text.hasNewline(inner, starts[0]) ? text.string(inner, starts[0]) : "";
    }

    private String bracePadding() {
        if (!array) {
            return count > 0 ? padding() : " ";
        }
        for (int i = 0; i < count; i++) {
            if (tape.kind(nodes[i]) == Node.INLINE_TABLE && syntax.skip(nodes[i]) > nodes[i] + 1) {
                return new Delimited(draft, nodes[i]).padding();
            }
        }
        return " ";
    }

    /** What stands between key and value in the last entry. */
    String equalsSign() {
        return array || count == 0 ? " = " : draft.layout().equalsSign(nodes[count - 1]);
    }

    /** Whether nothing but blanks, line ends and one comma stands there. */
    private boolean isPlain(int from, int to) {
        return text.indexOf('#', from, to) < 0;
    }

    private boolean trailingComma() {
        return count > 0 && comma(count - 1) >= 0;
    }

    /** The offset of the comma behind an element, or -1. */
    private int comma(int index) {
        int to = index + 1 < count ? starts[index + 1] : close;
        int i = ends[index];
        while (i < to && text.bytes[i] != ',') {
            i = text.bytes[i] == '#' ? text.lineEnd(i) : i + 1;
        }
        return i < to ? i : -1;
    }

    private boolean isMultiLine() {
        if (count == 0) {
            return text.hasNewline(inner, close);
        }
        return text.hasNewline(inner, starts[0]) || text.hasNewline(ends[count - 1], close) || isBroken();
    }

    private boolean isBroken() {
        for (int i = 1; i < count; i++) {
            if (text.hasNewline(ends[i - 1], starts[i])) {
                return true;
            }
        }
        return false;
    }

    /** Whether the commas stand at the start of the lines. */
    private boolean commaFirst() {
        if (count < 2) {
            return false;
        }
        int comma = comma(count - 2);
        return text.hasNewline(ends[count - 2], comma);
    }

    // Insertion

    /** Inserts an element behind the last one. */
    void append(String element) {
        insert(count, element);
    }

    /** Inserts an entry behind the one that starts with a tape entry. */
    void insertAfterEntry(int firstKey, String entry) {
        insert(indexOf(firstKey) + 1, entry);
    }

    /** Inserts an element at a place. */
    void insert(int index, String element) {
        if (count == 0) {
            insertFirst(element);
        } else if (index < count) {
            insertBefore(index, element);
        } else if (commaFirst()) {
            draft.insert(endOfElementLine(count - 1), text.string(ends[count - 2], starts[count - 1]) + element);
        } else if (text.hasNewline(ends[count - 1], close)) {
            appendLine(element);
        } else {
            appendInLine(element);
        }
    }

    private void insertFirst(String element) {
        if (!isMultiLine()) {
            String padding = array ? "" : " ";
            draft.replace(inner, close, padding + element + padding);
            return;
        }
        int comment = text.indexOf('#', inner, close);
        boolean ownLine = comment >= 0 && text.isFirstOnLine(comment);
        String indent = ownLine ? text.indent(comment) : text.indent(close) + "  ";
        draft.insert(text.lineStart(close), indent + element + tail() + text.newline(inner));
    }

    private String tail() {
        return array ? "," : "";
    }

    private void insertBefore(int index, String element) {
        if (text.isFirstOnLine(starts[index]) && !commaFirst()) {
            int line = text.lineStart(starts[index]);
            int above = index == 0 ? line : Math.max(commentsAbove(line), text.nextLine(ends[index - 1]));
            String lines = text.indent(starts[index]) + element + "," + text.newline(starts[index]);
            draft.insert(Math.min(line, above), lines);
        } else {
            String separator =
                    commaFirst() && index + 1 < count ? text.string(ends[index], starts[index + 1]) : style().comma();
            draft.insert(starts[index], element + separator);
        }
    }

    private int commentsAbove(int line) {
        return text.commentBlockAbove(line);
    }

    /** Behind an element and the comment on its line. */
    private int endOfElementLine(int index) {
        int i = text.skipBlanks(ends[index]);
        return i < text.bytes.length && text.bytes[i] == '#' ? text.lineEnd(i) : ends[index];
    }

    private void appendLine(String element) {
        int last = count - 1;
        String newline = text.newline(ends[last]);
        boolean trailing = trailingComma();
        int after = trailing ? comma(last) : ends[last];
        if (!trailing) {
            draft.insert(ends[last], ",");
        }
        int end = text.lineEnd(after);
        int at = Math.min(end, close);
        draft.insert(at, newline + indentOfLine(last) + element + (trailing ? "," : ""));
    }

    /** The indentation of the line that an element stands on, or of the first element's if it shares the bracket's. */
    private String indentOfLine(int index) {
        for (int i = index; i >= 0; i--) {
            if (text.isFirstOnLine(starts[i])) {
                return text.indent(starts[i]);
            }
        }
        return text.indent(inner) + "  ";
    }

    private void appendInLine(String element) {
        int last = count - 1;
        boolean ownLine = text.isFirstOnLine(starts[last]) && count > 1;
        String separator = ownLine ? "," + text.newline(starts[last - 1]) + text.indent(starts[last]) : style().comma();
        draft.insert(ends[last], separator + element);
    }

    // Removal

    /** Removes an element with its comma and the comments that belong to it. */
    void remove(int index) {
        if (count == 1) {
            removeOnly();
        } else if (commaFirst() || !isAlone(index)) {
            removeInLine(index);
        } else {
            removeLines(index);
        }
    }

    private void removeOnly() {
        if (isPlain(inner, close)) {
            draft.delete(inner, close);
        } else if (isAlone(0)) {
            removeLines(0);
        } else {
            int comma = comma(0);
            draft.delete(starts[0], comma < 0 ? ends[0] : comma + 1);
        }
    }

    /** Whether an element has its lines for itself. */
    private boolean isAlone(int index) {
        if (!text.isFirstOnLine(starts[index])) {
            return false;
        }
        int comma = comma(index);
        int after = text.skipBlanks(comma < 0 ? ends[index] : Math.max(comma + 1, ends[index]));
        if (comma >= 0 && text.hasNewline(ends[index], comma)) {
            return false;
        }
        byte b = text.bytes[after];
        return b == '#' || b == '\n' || b == '\r';
    }

    private void removeInLine(int index) {
        if (index + 1 < count && isPlain(ends[index], starts[index + 1])) {
            draft.delete(starts[index], starts[index + 1]);
        } else if (index + 1 == count) {
            removeLastInLine();
        } else {
            draft.delete(starts[index], comma(index) + 1);
        }
    }

    /** Removes the last element and the comma before it, and leaves the comments between the two. */
    private void removeLastInLine() {
        int last = count - 1;
        int comma = comma(last - 1);
        if (isPlain(ends[last - 1], starts[last])) {
            draft.delete(ends[last - 1], ends[last]);
        } else if (isPlain(comma, starts[last])) {
            draft.delete(comma, ends[last]);
        } else {
            draft.delete(comma, comma + 1);
            draft.delete(starts[last], ends[last]);
        }
    }

    private void removeLines(int index) {
        int line = text.lineStart(starts[index]);
        int from = index == 0 ? line : Math.max(commentsAbove(line), text.nextLine(ends[index - 1]));
        int comma = comma(index);
        int to = text.nextLine(comma < 0 ? ends[index] : comma);
        if (index == count - 1 && comma < 0 && index > 0) {
            int before = comma(index - 1);
            draft.delete(before, before + 1);
        }
        draft.delete(Math.min(from, line), to);
    }
}
