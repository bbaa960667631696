// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.List;

/** Puts lines that come from elsewhere into the section of a table, or into a new one. */
final class Placement {

    private final TomlDocument document;
    private final Relocation.Parcel parcel;
    private final Draft draft;

    private Placement(TomlDocument document, Relocation.Parcel parcel) {
        this.document = document;
        this.parcel = parcel;
        draft = new Draft(new Draft.Context(document.syntax(), "\n"));
    }

    static List<TextEdit> edits(TomlDocument document, Relocation.Parcel parcel) {
        return new Placement(document, parcel).work();
    }

    private List<TextEdit> work() {
        Target target = Target.of(document.syntax(), parcel.table());
        int kind = target.kind(document.syntax());
        boolean section = kind == Symbols.EXPLICIT || kind == Symbols.ELEMENT || isUsedRoot(target);
        if (target.exists() && section) {
            append(draft.outline().sectionOf(target.place().symbol()));
        } else if (kind == Symbols.IMPLICIT || kind == Symbols.EXPLICIT) {
            newSection(target);
        } else {
            return oneByOne();
        }
        return draft.edits;
    }

    private boolean isUsedRoot(Target target) {
        return target.place().symbol() == Symbols.ROOT
                && target.exists()
                && !draft.outline().root().isEmpty();
    }

    private void append(Section section) {
        int end = draft.outline().end(section);
        draft.insertLines(end, lines(), draft.text.newline(Math.max(0, end - 1)));
    }

    private String lines() {
        StringBuilder out = new StringBuilder();
        for (String lines : parcel.lines()) {
            out.append(lines);
            if (!lines.endsWith("\n")) {
                out.append(draft.text.newline(0));
            }
        }
        return out.toString();
    }

    private void newSection(Target target) {
        int below = target.exists() ? draft.outline().firstWithin(target.place().symbol()) : -1;
        int previous = below >= 0 ? below : previous(target);
        Section neighbour = draft.outline().sections().get(previous);
        String newline = draft.text.newline(0);
        String path = Respelling.path(parcel.table(), draft.layout().keyQuote());
        String text = parcel.indent() + "[" + path + "]" + newline + lines();
        String blank = newline.repeat(draft.layout().blankLinesAbove(previous, previous));
        if (below >= 0) {
            draft.insert(draft.outline().begin(neighbour), text + blank);
        } else {
            int end = draft.outline().end(neighbour);
            draft.insertLines(end, end == draft.text.begin() ? text : blank + text, newline);
        }
    }

    /** The section to stand behind: the last of the same plugin, or of the table that the lines come from. */
    private int previous(Target target) {
        Key top = parcel.near().head(Math.min(2, parcel.near().size()));
        Target near = Target.of(document.syntax(), top);
        Target nearest = target.found() > 1 || !near.exists() ? target : near;
        int last = draft.outline().lastWithin(nearest.place().symbol());
        return last < 0 ? draft.outline().sections().size() - 1 : last;
    }

    /** Where no section can be, in inline tables and among dotted keys. */
    private List<TextEdit> oneByOne() {
        TomlEditor editor = document.edit();
        parcel.values().forEach(editor::set);
        return editor.edits();
    }
}
