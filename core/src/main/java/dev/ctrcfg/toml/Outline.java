// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sections of a document in the order of the text, and where each begins and ends. */
final class Outline {

    private final Syntax syntax;
    private final Tape tape;
    final Text text;
    private final List<Section> sections = new ArrayList<>();
    private final int[] sectionOf;
    private @Nullable Extents extents;
    private int lastAt;

    Outline(Syntax syntax, Text text) {
        this.syntax = syntax;
        tape = syntax.tape;
        this.text = text;
        sectionOf = new int[syntax.symbols.count()];
        collect();
    }

    private void collect() {
        int header = -1;
        int symbol = Symbols.ROOT;
        int first = -1;
        int last = -1;
        int value = -1;
        int node = 0;
        while (node < tape.size()) {
            if (Node.isHeader(tape.kind(node))) {
                add(new Section(sections.size(), header, symbol, first, last, value));
                header = node;
                symbol = tape.link(node);
                first = -1;
                last = -1;
                value = -1;
                node = valueOf(node + 1, Node.HEADER_KEY);
            } else {
                first = first < 0 ? node : first;
                last = node;
                value = valueOf(node, Node.KEY);
                node = syntax.skip(value);
            }
        }
        add(new Section(sections.size(), header, symbol, first, last, value));
    }

    private void add(Section section) {
        sections.add(section);
        sectionOf[section.symbol()] = section.index();
    }

    /** The tape entry behind the parts of a key. */
    private int valueOf(int key, int kind) {
        int node = key;
        while (node < tape.size() && tape.kind(node) == kind) {
            node++;
        }
        return node;
    }

    /** The tape entry of the value of a key/value. */
    int valueOf(int firstKey) {
        return valueOf(firstKey, Node.KEY);
    }

    /** The tape entry of the last part of a key. */
    int lastPart(int firstKey) {
        return valueOf(firstKey, tape.kind(firstKey)) - 1;
    }

    List<Section> sections() {
        return sections;
    }

    Section root() {
        return sections.get(0);
    }

    /** The section of a table with a header of its own, or of the root. */
    Section sectionOf(int symbol) {
        Section section = sections.get(sectionOf[symbol]);
        if (section.symbol() != symbol) {
            throw new IllegalStateException("no section has the symbol " + symbol);
        }
        return section;
    }

    /** Whether a symbol is another one or lies below it. */
    boolean isWithin(int symbol, int ancestor) {
        int at = symbol;
        while (at > ancestor) {
            at = syntax.symbols.parent(at);
        }
        return at == ancestor;
    }

    /** The section that a tape entry is in. */
    Section at(int node) {
        // Changes mostly come in the order of the text, many in one section.
        if (!isIn(lastAt, node)) {
            lastAt = indexAt(node);
        }
        return sections.get(lastAt);
    }

    private boolean isIn(int index, int node) {
        return sections.get(index).header() <= node
                && (index + 1 == sections.size() || sections.get(index + 1).header() > node);
    }

    private int indexAt(int node) {
        int low = 1;
        int high = sections.size() - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            if (sections.get(middle).header() <= node) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    /** The first and the last section of each symbol or below it, in the order of the text; 0 if there is none. */
    private record Extents(int[] first, int[] last) {}

    private Extents extents() {
        Extents known = extents;
        if (known == null) {
            known = new Extents(new int[syntax.symbols.count()], new int[syntax.symbols.count()]);
            for (int i = 1; i < sections.size(); i++) {
                markUpwards(known.first(), i);
            }
            for (int i = sections.size() - 1; i > 0; i--) {
                markUpwards(known.last(), i);
            }
            extents = known;
        }
        return known;
    }

    private void markUpwards(int[] marks, int section) {
        int symbol = sections.get(section).symbol();
        while (symbol >= 0 && marks[symbol] == 0) {
            marks[symbol] = section;
            symbol = symbol == Symbols.ROOT ? -1 : syntax.symbols.parent(symbol);
        }
    }

    /** The last section of a table or below it, in the order of the text; -1 if there is none. */
    int lastWithin(int symbol) {
        int last = extents().last()[symbol];
        return last > 0 || symbol == Symbols.ROOT ? last : -1;
    }

    /** The first section of a table or below it; -1 if there is none. */
    int firstWithin(int symbol) {
        int first = extents().first()[symbol];
        return first > 0 ? first : -1;
    }

    /** Where a section begins: at the comment lines directly above its header. */
    int begin(Section section) {
        return section.header() < 0
                ? text.begin()
                : text.commentBlockAbove(text.lineStart(tape.start(section.header())));
    }

    /** The end of the last line of a section: of its last key/value, or of its header. */
    private int endOfLines(Section section) {
        if (!section.isEmpty()) {
            return text.nextLine(tape.end(section.lastValue()));
        }
        return section.header() < 0 ? text.begin() : text.nextLine(tape.end(section.header()));
    }

    /**
     * Where a section ends: behind its last key/value or header, and behind the comment lines directly below that, unless
     * these stand directly above another header.
     */
    int end(Section section) {
        int lines = endOfLines(section);
        if (section.header() < 0 && section.isEmpty()) {
            return lines;
        }
        int end = lines;
        while (text.isCommentLine(end)) {
            end = text.nextLine(end);
        }
        boolean ownedByNext = end < text.bytes.length && !text.isBlankLine(end);
        return ownedByNext ? lines : end;
    }

    /** The number of parts of a section's header. */
    int depth(Section section) {
        return section.header() < 0 ? 0 : valueOf(section.header() + 1, Node.HEADER_KEY) - section.header() - 1;
    }
}
