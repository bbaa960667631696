// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.Map;

/** Writes a value at a key where nothing is yet. */
final class Insertion {

    private final Draft draft;
    private final Syntax syntax;
    private final Tape tape;
    private final Outline outline;
    private final Layout layout;
    private final Text text;

    Insertion(Draft draft) {
        this.draft = draft;
        syntax = draft.syntax;
        tape = draft.tape;
        outline = draft.outline();
        layout = draft.layout();
        text = draft.text;
    }

    /** Inserts a value below the deepest place that the target's key leads to. */
    void insert(Target target, ValueText value) {
        requireNames(target);
        int symbol = target.place().symbol();
        switch (target.kind(syntax)) {
            case Symbols.VALUE -> throw notATable(target);
            case Symbols.TABLES ->
                throw draft.conflict(
                        target.key(),
                        target.place().node(syntax),
                        target.existing() + " is an array of tables, a name cannot be set in it");
            case Symbols.INLINE -> intoInlineTable(target, value);
            case Symbols.DOTTED -> besideDottedKey(target, value);
            default -> intoTable(target, symbol, value);
        }
        Key made = target.key().head(target.found() + 1);
        draft.expect(made, nested(target.key(), target.found() + 1, value.value()));
    }

    /** An index can lead to an element that is there, never to a new one. */
    private void requireNames(Target target) {
        for (int i = target.found(); i < target.key().size(); i++) {
            if (target.key().part(i) instanceof Key.Index) {
                throw draft.conflict(target.key(), target.place().node(syntax), noElement(target));
            }
        }
    }

    private String noElement(Target target) {
        String start = "cannot set " + target.key() + ": ";
        if (target.place().decode(syntax) instanceof TomlArray array) {
            return start + target.existing() + " has " + array.size() + (array.size() == 1 ? " element" : " elements");
        }
        return start + target.key().head(target.found() + 1) + " is not an array";
    }

    private EditConflictException notATable(Target target) {
        int node = target.place().node(syntax);
        String what = tape.kind(node) == Node.ARRAY ? "an array" : "a value";
        return draft.conflict(
                target.key(),
                node,
                "cannot set " + target.key() + ": " + target.existing() + " is " + what + ", not a table");
    }

    /** The value wrapped into the tables that the parts of a key from an index on stand for. */
    private static TomlValue nested(Key key, int from, TomlValue value) {
        TomlValue nested = value;
        for (int i = key.size() - 1; i >= from; i--) {
            nested = TomlTable.builder().put(key.name(i), nested).build();
        }
        return nested;
    }

    // Into tables with headers, and the root

    private void intoTable(Target target, int symbol, ValueText value) {
        boolean direct = target.found() + 1 == target.key().size();
        boolean hasSection = symbol == Symbols.ROOT || syntax.symbols.kind(symbol) != Symbols.IMPLICIT;
        if (!direct || value.hasHeaders()) {
            newSections(target, symbol, value);
        } else if (hasSection) {
            newLine(outline.sectionOf(symbol), target.key().name(target.found()), value);
        } else {
            newParentSection(target, symbol, value);
        }
    }

    private void newLine(Section section, String name, ValueText value) {
        Layout.LineHabits habits = layout.habits(section);
        StringBuilder line = new StringBuilder(64).append(habits.indent());
        TomlWriter.appendKey(line, name, habits.values().quote());
        line.append(habits.equals());
        value.append(line, habits.values());
        if (section.header() < 0 && section.isEmpty()) {
            firstRootLine(line.toString());
            return;
        }
        int end = outline.end(section);
        String newline = text.newline(Math.max(0, end - 1));
        draft.insertLines(end, line.append(newline).toString(), newline);
    }

    /** The first key/value of a document's root goes above its first header, behind comments that stand alone. */
    private void firstRootLine(String line) {
        if (outline.sections().size() == 1) {
            String newline = text.newline(text.bytes.length);
            draft.insertLines(text.bytes.length, line + newline, newline);
        } else {
            int begin = outline.begin(outline.sections().get(1));
            String newline = text.newline(begin);
            draft.makeExclusive();
            draft.insert(begin, line + newline + newline);
        }
    }

    /** A table that exists only through headers below it gets its own, above them. */
    private void newParentSection(Target target, int symbol, ValueText value) {
        draft.makeExclusive();
        int child = outline.firstWithin(symbol);
        Section below = outline.sections().get(child);
        String indent = layout.headerIndent(below);
        String newline = text.newline(tape.start(below.header()));
        StringBuilder lines = new StringBuilder(indent);
        lines.append(headerOpening(below)).append(headerPrefix(below, symbol)).append(headerClosing(below));
        lines.append(newline).append(indent).append(layout.keyStep(below));
        InlineStyle style = layout.inline(below);
        TomlWriter.appendKey(lines, target.key().name(target.found()), style.quote());
        lines.append(layout.equalsSign(below)).append(value.inline(style)).append(newline);
        lines.append(newline.repeat(layout.blankLinesAbove(child, child)));
        draft.insert(outline.begin(below), lines.toString());
    }

    // New sections

    /** Writes the headers and key/values of a table behind the last section of its parent. */
    private void newSections(Target target, int parent, ValueText value) {
        int previous = outline.lastWithin(parent);
        int sibling = siblingOf(parent, previous);
        Section model = outline.sections().get(sibling < 0 ? previous : sibling);
        String prefix = model.header() < 0 ? "" : headerPrefix(model, parent);
        SectionWriter writer = new SectionWriter(layout, model, text.newline(endOf(previous)));
        writer.blankLines(layout.blankLinesAbove(sibling, previous));
        String indent = indentOf(parent, sibling);
        Key names = target.key().tail(target.found());
        if (value.hasHeaders()) {
            writer.write(join(prefix, names, layout.keyQuote(model)), value.value(), indent);
        } else {
            writer.header(join(prefix, names.parent(), layout.keyQuote(model)), indent);
            writer.line(names.name(names.size() - 1), value, indent);
        }
        insertSections(previous, writer);
    }

    private int endOf(int section) {
        return Math.max(0, outline.end(outline.sections().get(section)) - 1);
    }

    private void insertSections(int previous, SectionWriter writer) {
        Section before = outline.sections().get(previous);
        int end = before.header() < 0 && before.isEmpty() ? endOfEmptyRoot() : outline.end(before);
        boolean top = end == text.begin();
        if (!top) {
            writer.blankLinesAbove();
        } else if (end < text.bytes.length) {
            writer.blankLinesBelow();
        }
        draft.insertLines(end, writer.text(), writer.newline());
        draft.openSection();
    }

    /** Where the first section of a document without key/values goes. */
    private int endOfEmptyRoot() {
        return outline.sections().size() == 1
                ? text.bytes.length
                : outline.begin(outline.sections().get(1));
    }

    /** The last section of a child of a table: the model for the next one; -1 if there is none. */
    private int siblingOf(int parent, int from) {
        int first = outline.firstWithin(parent);
        for (int i = from; i >= first && i > 0; i--) {
            int symbol = outline.sections().get(i).symbol();
            int owner = syntax.symbols.parent(symbol);
            boolean element = syntax.symbols.kind(symbol) == Symbols.ELEMENT;
            if (owner == parent || element && syntax.symbols.parent(owner) == parent) {
                return i;
            }
        }
        return -1;
    }

    private String indentOf(int parent, int sibling) {
        if (sibling >= 0) {
            return layout.headerIndent(outline.sections().get(sibling));
        }
        if (parent == Symbols.ROOT) {
            return "";
        }
        int first = outline.firstWithin(parent);
        Section section = outline.sections().get(first);
        return section.symbol() == parent
                ? layout.headerIndent(section) + layout.headerStep()
                : layout.headerIndent(section);
    }

    private static String join(String prefix, Key names, char quote) {
        StringBuilder out = new StringBuilder(prefix);
        for (int i = 0; i < names.size(); i++) {
            if (out.length() > 0) {
                out.append('.');
            }
            TomlWriter.appendKey(out, names.name(i), quote);
        }
        return out.toString();
    }

    /** What stands in a section's header up to the part that names a table, as it is spelt there. */
    private String headerPrefix(Section section, int symbol) {
        if (symbol == Symbols.ROOT) {
            return "";
        }
        int named = syntax.symbols.kind(symbol) == Symbols.ELEMENT ? syntax.symbols.parent(symbol) : symbol;
        int node = section.header() + 1;
        while (tape.link(node) != named) {
            node++;
        }
        return text.string(tape.start(section.header() + 1), tape.end(node));
    }

    private String headerOpening(Section section) {
        boolean array = tape.kind(section.header()) == Node.ARRAY_HEADER;
        int from = tape.start(section.header()) + (array ? 2 : 1);
        return "[" + text.string(from, tape.start(section.header() + 1));
    }

    private String headerClosing(Section section) {
        boolean array = tape.kind(section.header()) == Node.ARRAY_HEADER;
        int last = section.header() + outline.depth(section);
        return text.string(tape.end(last), tape.end(section.header()) - (array ? 2 : 1)) + "]";
    }

    /** Inserts an element into an array of tables, before the one at a place or behind the last. */
    void insertElement(int tables, int index, TomlTable element) {
        int next = syntax.element(tables, index);
        int last = syntax.symbols.extra(tables);
        Section model = outline.sectionOf(next < 0 ? last : next);
        int sibling = model.index();
        String newline = text.newline(tape.start(model.header()));
        SectionWriter writer = new SectionWriter(layout, model, newline);
        int previous = outline.lastWithin(tables);
        int lastSection = outline.sectionOf(last).index();
        writer.blankLines(
                next < 0
                        ? layout.blankLinesAbove(lastSection, previous)
                        : layout.blankLinesAbove(sibling + 1, sibling));
        writer.write(headerPrefix(model, tables), TomlArray.of(element), layout.headerIndent(model));
        if (next < 0) {
            insertSections(previous, writer);
        } else {
            writer.blankLinesBelow();
            draft.insert(outline.begin(model), writer.text());
        }
    }

    // Dotted keys and inline tables

    /** A table made by dotted keys can only grow by more of them. */
    private void besideDottedKey(Target target, ValueText value) {
        draft.makeExclusive();
        int symbol = target.place().symbol();
        int last = lastPassing(symbol);
        int first = last;
        while (!tape.has(first, Node.FIRST)) {
            first--;
        }
        String prefix = text.string(tape.start(first), tape.end(last));
        Delimited container = Delimited.around(draft, first);
        if (container != null) {
            InlineStyle style = container.style();
            String key = join(prefix, target.key().tail(target.found()), style.quote());
            container.insertAfterEntry(first, key + container.equalsSign() + value.inline(style));
            return;
        }
        StringBuilder lines = new StringBuilder();
        dottedLines(lines, join(prefix, target.key().tail(target.found()), layout.keyQuote()), value, first);
        int end = text.nextLine(tape.end(lastOf(first)));
        draft.insertLines(end, lines.toString(), text.newline(tape.start(first)));
    }

    /** The end of a key/value on the tape. */
    private int lastOf(int firstKey) {
        return outline.valueOf(firstKey);
    }

    private void dottedLines(StringBuilder out, String key, ValueText value, int model) {
        if (value.literal() == null && value.value() instanceof TomlTable table && !table.isEmpty()) {
            for (Map.Entry<String, TomlValue> entry : table.entries().entrySet()) {
                StringBuilder longer = new StringBuilder(key).append('.');
                TomlWriter.appendKey(longer, entry.getKey(), layout.keyQuote());
                dottedLines(out, longer.toString(), ValueText.of(entry.getValue()), model);
            }
            return;
        }
        Section section = outline.at(model);
        out.append(text.indent(tape.start(model))).append(key).append(layout.equalsSign(model));
        out.append(value.inline(layout.inline(section))).append(text.newline(tape.start(model)));
    }

    private int lastPassing(int symbol) {
        int last = -1;
        for (int node = 0; node < tape.size(); node++) {
            if (tape.kind(node) == Node.KEY && tape.link(node) == symbol) {
                last = node;
            }
        }
        return last;
    }

    private void intoInlineTable(Target target, ValueText value) {
        draft.makeExclusive();
        int node = syntax.symbols.value(target.place().symbol());
        Delimited container = new Delimited(draft, node);
        InlineStyle style = container.style();
        Key names = target.key().tail(target.found());
        StringBuilder entry = new StringBuilder();
        TomlWriter.appendKey(entry, names.name(0), style.quote());
        entry.append(container.equalsSign());
        entry.append(new ValueText(nested(names, 1, value.value()), names.size() == 1 ? value.literal() : null)
                .inline(style.withEquals(container.equalsSign())));
        container.append(entry.toString());
    }
}
