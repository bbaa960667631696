// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

/** Writes and removes comments, and turns lines into comments and back. */
final class CommentEdits {

    private final Draft draft;
    private final Text text;
    private final Tape tape;

    CommentEdits(Draft draft) {
        this.draft = draft;
        text = draft.text;
        tape = draft.tape;
        draft.makeExclusive();
    }

    /**
     * The lines of a key: of its key/value, or of its header.
     *
     * @param start the start of the first line
     * @param end the end of the value or header
     */
    private record Lines(int start, int end) {}

    private Lines lines(Key key) {
        Place place = Place.find(draft.syntax, key);
        if (place == null) {
            throw draft.conflict(key, -1, "there is no " + key);
        }
        int node = place.node(draft.syntax);
        if (node >= 0 && Node.isHeader(tape.kind(node))) {
            return new Lines(text.lineStart(tape.start(node)), tape.end(node));
        }
        int named = place.symbol() < 0 ? -1 : draft.syntax.symbols.key(place.symbol());
        if (node < 0 || named < 0 || Delimited.around(draft, named) != null) {
            throw draft.conflict(key, node, key + " has no line of its own");
        }
        return new Lines(text.lineStart(tape.start(named)), tape.end(node));
    }

    void setTrailing(Key key, String comment) {
        Lines lines = lines(key);
        requireText(comment, false);
        int end = text.lineEnd(lines.end());
        int mark = text.skipBlanks(lines.end());
        boolean commented = mark < end && text.bytes[mark] == '#';
        if (comment.isEmpty()) {
            draft.delete(lines.end(), end);
        } else if (commented) {
            draft.replace(mark, end, "# " + comment);
        } else {
            draft.replace(lines.end(), end, " # " + comment);
        }
        expectSame();
    }

    void setAbove(Key key, String comment) {
        Lines lines = lines(key);
        requireText(comment, true);
        String indent = text.indent(text.skipBlanks(lines.start()));
        String newline = text.newline(lines.start());
        StringBuilder out = new StringBuilder();
        if (!comment.isEmpty()) {
            for (String line : comment.split("\n", -1)) {
                out.append(indent)
                        .append(line.isEmpty() ? "#" : "# ")
                        .append(line)
                        .append(newline);
            }
        }
        draft.replace(text.commentBlockAbove(lines.start()), lines.start(), out.toString());
        expectSame();
    }

    private static void requireText(String comment, boolean lines) {
        for (int i = 0; i < comment.length(); i++) {
            char c = comment.charAt(i);
            if (c < 0x20 && c != '\t' && !(lines && c == '\n') || c == 0x7f) {
                throw new IllegalArgumentException("a comment cannot contain control characters");
            }
        }
    }

    /** Comments mean nothing: no key may change. */
    private void expectSame() {
        draft.edits.removeIf(
                edit -> text.string(edit.span().start(), edit.span().end()).equals(edit.replacement()));
    }

    void commentOut(Key key) {
        Place place = Place.find(draft.syntax, key);
        if (place == null) {
            return;
        }
        if (place.symbol() >= 0 && isSectioned(place.symbol())) {
            for (Section section : draft.outline().sections()) {
                if (section.header() >= 0 && draft.outline().isWithin(section.symbol(), place.symbol())) {
                    int start = text.lineStart(tape.start(section.header()));
                    commentLines(start, endOfSection(section));
                }
            }
        } else {
            Lines lines = lines(key);
            commentLines(lines.start(), lines.end());
        }
        draft.expectAbsent(key);
    }

    private boolean isSectioned(int symbol) {
        int kind = draft.syntax.symbols.kind(symbol);
        return kind == Symbols.EXPLICIT || kind == Symbols.IMPLICIT || kind == Symbols.TABLES;
    }

    private int endOfSection(Section section) {
        return section.isEmpty() ? tape.end(section.header()) : tape.end(section.lastValue());
    }

    private void commentLines(int start, int end) {
        for (int line = start; line < end; line = text.nextLine(line)) {
            if (!text.isBlankLine(line)) {
                draft.insert(text.skipBlanks(line), "#");
            }
        }
    }

    /** Looks for a comment line in the section of the key's table that shows the key with a value. */
    void uncomment(Key key) {
        if (key.isRoot() || key.last() instanceof Key.Index) {
            return;
        }
        Place table = Place.find(draft.syntax, key.parent());
        if (table == null || table.symbol() < 0 || !hasSection(table.symbol())) {
            return;
        }
        Section section = draft.outline().sectionOf(table.symbol());
        String name = key.name(key.size() - 1);
        int line = section.header() < 0 ? text.begin() : text.nextLine(tape.end(section.header()));
        int end = endOfRegion(section);
        while (line < end) {
            if (isCommentOutsideValues(section, line) && uncommentLine(key, name, line)) {
                return;
            }
            line = text.nextLine(line);
        }
    }

    private boolean hasSection(int symbol) {
        int kind = draft.syntax.symbols.kind(symbol);
        return symbol == Symbols.ROOT || kind == Symbols.EXPLICIT || kind == Symbols.ELEMENT;
    }

    private int endOfRegion(Section section) {
        int index = section.index();
        return index + 1 == draft.outline().sections().size()
                ? text.bytes.length
                : text.lineStart(
                        tape.start(draft.outline().sections().get(index + 1).header()));
    }

    /** A comment line between the lines of an array, or text in a string that looks like one, shows no key. */
    private boolean isCommentOutsideValues(Section section, int line) {
        if (!text.isCommentLine(line)) {
            return false;
        }
        int node = section.firstKey();
        while (node >= 0 && node < tape.size() && tape.kind(node) == Node.KEY) {
            int value = draft.outline().valueOf(node);
            if (tape.start(value) < line && line < tape.end(value)) {
                return false;
            }
            node = draft.syntax.skip(value);
        }
        return true;
    }

    private boolean uncommentLine(Key key, String name, int line) {
        int mark = text.skipBlanks(line);
        int from = mark;
        while (from < text.bytes.length && text.bytes[from] == '#') {
            from++;
        }
        int start = text.skipBlanks(from);
        String shown = text.string(start, text.lineEnd(start));
        TomlTable shownTable;
        try {
            shownTable = TomlDocument.parse(shown).root();
        } catch (TomlSyntaxException e) {
            return false;
        }
        if (shownTable.size() != 1 || shownTable.get(name).isEmpty()) {
            return false;
        }
        draft.delete(mark, start);
        draft.expect(key, shownTable.get(name).get());
        return true;
    }
}
