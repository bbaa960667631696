// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.ArrayList;
import java.util.List;

/** Takes out key/values and tables, wherever their parts stand. */
final class Removal {

    private final Draft draft;
    private final Syntax syntax;
    private final Tape tape;
    private final Outline outline;
    private final Text text;
    private final CommentPolicy comments;

    Removal(Draft draft, CommentPolicy comments) {
        this.draft = draft;
        this.comments = comments;
        syntax = draft.syntax;
        tape = draft.tape;
        outline = draft.outline();
        text = draft.text;
    }

    /** Removes a table, array of tables or key with everything below it. */
    void remove(int symbol) {
        List<Span> blocks = new ArrayList<>();
        collectLines(symbol, blocks);
        collectSections(symbol, blocks);
        blocks.sort(Span::compareTo);
        deleteMerged(blocks);
    }

    // Key/values whose key passes through the symbol

    private void collectLines(int symbol, List<Span> blocks) {
        int node = 0;
        while (node < tape.size()) {
            if (tape.kind(node) != Node.KEY) {
                node++;
                continue;
            }
            int value = outline.valueOf(node);
            if (passes(node, value, symbol)) {
                removeKeyValue(node, value, blocks);
                node = syntax.skip(value);
            } else {
                node = value + 1;
            }
        }
    }

    private boolean passes(int firstKey, int value, int symbol) {
        for (int node = firstKey; node < value; node++) {
            if (tape.link(node) == symbol) {
                return true;
            }
        }
        return false;
    }

    private void removeKeyValue(int firstKey, int value, List<Span> blocks) {
        Delimited container = Delimited.around(draft, firstKey);
        if (container != null) {
            container.remove(container.indexOf(firstKey));
            return;
        }
        int line = text.lineStart(tape.start(firstKey));
        int end = text.nextLine(tape.end(value));
        blocks.add(new Span(begin(line), end));
    }

    private int begin(int line) {
        return comments == CommentPolicy.KEEP ? line : text.commentBlockAbove(line);
    }

    // Sections at or below the symbol

    private void collectSections(int symbol, List<Span> blocks) {
        for (Section section : outline.sections()) {
            if (section.header() >= 0 && outline.isWithin(section.symbol(), symbol)) {
                int begin = begin(text.lineStart(tape.start(section.header())));
                blocks.add(new Span(begin, Math.max(begin, outline.end(section))));
            }
        }
    }

    // Deletion of whole lines, with the blank lines that would be left over

    void deleteMerged(List<Span> blocks) {
        int i = 0;
        while (i < blocks.size()) {
            int start = blocks.get(i).start();
            int end = blocks.get(i).end();
            i++;
            while (i < blocks.size()
                    && text.belowBlankLines(end) >= blocks.get(i).start()) {
                end = Math.max(end, blocks.get(i).end());
                i++;
            }
            deleteBlock(start, end);
        }
    }

    private void deleteBlock(int start, int end) {
        int from = start;
        int to = end;
        boolean blankAbove = start == text.begin() || text.aboveBlankLines(start) < start;
        if (end == text.bytes.length || text.belowBlankLines(end) == text.bytes.length && blankAbove) {
            from = text.aboveBlankLines(start);
        } else if (blankAbove) {
            to = text.belowBlankLines(end);
        }
        if (to == text.bytes.length && text.lacksFinalNewline()) {
            from = beforeLineEnd(from);
        }
        draft.delete(from, to);
    }

    /** A text without a final line end stays without one when its last lines go. */
    private int beforeLineEnd(int lineStart) {
        int at = lineStart;
        if (at > text.begin() && text.bytes[at - 1] == '\n') {
            at--;
        }
        return at > text.begin() && text.bytes[at - 1] == '\r' ? at - 1 : at;
    }
}
