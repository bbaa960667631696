// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import org.jspecify.annotations.Nullable;

/** The habits of a document, read from the neighbours of the place where something new is to stand. */
final class Layout {

    private static final char UNKNOWN = '?';
    private static final String DEFAULT_EQUALS = " = ";

    private final Syntax syntax;
    private final Tape tape;
    private final Outline outline;
    private final Text text;
    private final @Nullable LineHabits[] habits;
    private final char[] ownQuotes;
    private char stringQuote = UNKNOWN;
    private char keyQuote = UNKNOWN;

    Layout(Syntax syntax, Outline outline) {
        this.syntax = syntax;
        this.outline = outline;
        tape = syntax.tape;
        text = outline.text;
        habits = new LineHabits[outline.sections().size()];
        ownQuotes = new char[outline.sections().size()];
        java.util.Arrays.fill(ownQuotes, UNKNOWN);
    }

    // Quotes

    /** The quotes of strings near a section: its own, else the document's, else those of quoted keys. */
    char quote(Section section) {
        if (!section.isEmpty()) {
            char own = ownQuote(section);
            if (own != 0) {
                return own;
            }
        }
        char any = stringQuote();
        return any != 0 ? any : keyQuote();
    }

    private char ownQuote(Section section) {
        int index = section.index();
        if (ownQuotes[index] == UNKNOWN) {
            ownQuotes[index] = quoteBetween(section.firstKey(), section.lastValue() + 1);
        }
        return ownQuotes[index];
    }

    /** The quotes of most single-line strings of the document, or 0 if there are none that tell. */
    char stringQuote() {
        if (stringQuote == UNKNOWN) {
            stringQuote = quoteBetween(0, tape.size());
        }
        return stringQuote;
    }

    /** The quotes of most single-line strings in a stretch of the tape, or 0 if there are none that tell. */
    private char quoteBetween(int from, int to) {
        int literal = 0;
        int basic = 0;
        for (int node = from; node < to; node++) {
            int kind = tape.kind(node);
            if (kind == Node.LITERAL_STRING) {
                literal++;
            } else if (kind == Node.BASIC_STRING) {
                basic++;
            }
        }
        return literal + basic == 0 ? 0 : literal > basic ? '\'' : '"';
    }

    /** The quotes of most quoted key parts. */
    char keyQuote() {
        if (keyQuote == UNKNOWN) {
            keyQuote = countKeyQuotes();
        }
        return keyQuote;
    }

    private char countKeyQuotes() {
        int literal = 0;
        int basic = 0;
        for (int node = 0; node < tape.size(); node++) {
            if (tape.isKey(node)) {
                literal += tape.has(node, Node.LITERAL_KEY) ? 1 : 0;
                basic += tape.has(node, Node.BASIC_KEY) ? 1 : 0;
            }
        }
        return literal > basic ? '\'' : '"';
    }

    /** The quotes of the key parts of a section's header, else those of most keys. */
    char keyQuote(Section section) {
        for (int i = 1; i <= outline.depth(section); i++) {
            if (tape.has(section.header() + i, Node.BASIC_KEY | Node.LITERAL_KEY)) {
                return quoteOf(section.header() + i);
            }
        }
        return keyQuote();
    }

    /** The quotes that a key part has, or those of most keys if it is bare. */
    char quoteOf(int key) {
        if (tape.has(key, Node.LITERAL_KEY)) {
            return '\'';
        }
        return tape.has(key, Node.BASIC_KEY) ? '"' : keyQuote();
    }

    // Key/values

    /** What stands between key and value in the last key/value of a section, else in the document's first. */
    String equalsSign(Section section) {
        if (!section.isEmpty()) {
            return equalsSign(section.lastKey());
        }
        for (Section other : outline.sections()) {
            if (!other.isEmpty()) {
                return equalsSign(other.lastKey());
            }
        }
        return DEFAULT_EQUALS;
    }

    /** What stands between a key and its value; alignment in columns is not copied. */
    String equalsSign(int firstKey) {
        int last = outline.lastPart(firstKey);
        String between = text.string(tape.end(last), tape.start(last + 1));
        boolean before = between.charAt(0) != '=';
        boolean after = between.charAt(between.length() - 1) != '=';
        return (before ? " " : "") + "=" + (after ? " " : "");
    }

    /** How values are spelt on one line in a section. */
    InlineStyle inline(Section section) {
        return habits(section).values();
    }

    /**
     * How a new key/value is written in a section.
     *
     * @param indent what stands before the key
     * @param equals what stands between key and value
     * @param values how the value is spelt
     */
    record LineHabits(String indent, String equals, InlineStyle values) {}

    LineHabits habits(Section section) {
        LineHabits known = habits[section.index()];
        if (known == null) {
            InlineStyle values = InlineStyle.PLAIN.withQuote(quote(section));
            known = new LineHabits(keyIndent(section), equalsSign(section), values);
            habits[section.index()] = known;
        }
        return known;
    }

    /** The indentation of the key/values of a section. */
    String keyIndent(Section section) {
        if (!section.isEmpty()) {
            return text.indent(tape.start(section.lastKey()));
        }
        return section.header() < 0 ? "" : headerIndent(section) + keyStep(section);
    }

    /** How much further than their header key/values are indented, judged by the nearest section that has some. */
    String keyStep(Section near) {
        int at = near.index();
        int count = outline.sections().size();
        for (int distance = 0; distance < count; distance++) {
            String before = keyStepAt(at - distance);
            if (before != null) {
                return before;
            }
            String after = keyStepAt(at + distance);
            if (after != null) {
                return after;
            }
        }
        return "";
    }

    private @Nullable String keyStepAt(int index) {
        if (index < 1 || index >= outline.sections().size()) {
            return null;
        }
        Section section = outline.sections().get(index);
        return section.isEmpty() ? null : beyond(text.indent(tape.start(section.firstKey())), headerIndent(section));
    }

    private static String beyond(String deeper, String shallower) {
        return deeper.startsWith(shallower) ? deeper.substring(shallower.length()) : "";
    }

    // Headers

    String headerIndent(Section section) {
        return section.header() < 0 ? "" : text.indent(tape.start(section.header()));
    }

    /** How much further than its parent's header a header is indented, judged by the first pair in the document. */
    String headerStep() {
        for (int i = 1; i < outline.sections().size(); i++) {
            Section section = outline.sections().get(i);
            Section parent = parentOf(section);
            if (parent != null && parent.header() >= 0) {
                return beyond(headerIndent(section), headerIndent(parent));
            }
        }
        return "";
    }

    private @Nullable Section parentOf(Section section) {
        int symbol = section.symbol();
        do {
            symbol = syntax.symbols.parent(symbol);
            int kind = syntax.symbols.kind(symbol);
            if (kind == Symbols.EXPLICIT || kind == Symbols.ELEMENT) {
                return outline.sectionOf(symbol);
            }
        } while (symbol != Symbols.ROOT);
        return null;
    }

    /** How many blank lines stand above a new header that follows the section with an index. */
    int blankLinesAbove(int sibling, int previous) {
        int beside = measuredAbove(sibling);
        if (beside >= 0) {
            return beside;
        }
        int next = measuredAbove(previous + 1);
        if (next >= 0) {
            return next;
        }
        for (int distance = 0; distance < outline.sections().size(); distance++) {
            int near = Math.max(measuredAbove(previous - distance), measuredAbove(previous + distance));
            if (near >= 0) {
                return near;
            }
        }
        return 1;
    }

    /** The blank lines above a section, at most two; -1 where there is nothing above, or no such section. */
    private int measuredAbove(int index) {
        if (index < 1 || index >= outline.sections().size()) {
            return -1;
        }
        Section section = outline.sections().get(index);
        int begin = outline.begin(section);
        if (text.aboveBlankLines(begin) == text.begin()) {
            return -1;
        }
        boolean first = index == 1 && outline.root().isEmpty();
        boolean nested = !outline.sections().get(index - 1).isEmpty() || first;
        int blank = Math.min(2, text.blankLinesAbove(begin));
        // Headers that directly follow the bare header of their parent say nothing about the habit elsewhere.
        return nested || blank > 0 ? blank : -1;
    }
}
