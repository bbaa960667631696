// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Moves many keys at once.
 *
 * <p>Headers stay where they are and get another path. A key/value stays below its header if that leads to its new table;
 * otherwise its lines, with the comments directly above and behind, go to the section of the new table, or to a new one.
 * A header whose key/values all leave goes with the first of them to a table that has no header yet; if there is none,
 * the header goes, and everything between it and the next one moves along.
 */
final class Relocation {

    private final TomlDocument document;
    private final Moves moves;
    private final Draft draft;
    private final Listing listing;
    private final List<Plan> plans = new ArrayList<>();
    private final Map<Key, Plan> claimed = new LinkedHashMap<>();
    private final Map<Key, Parcel> parcels = new LinkedHashMap<>();
    private final Map<Key, String> keyIndents = new HashMap<>();
    private final List<Span> blocks = new ArrayList<>();

    private Relocation(TomlDocument document, Moves moves) {
        this.document = document;
        this.moves = moves;
        draft = new Draft(new Draft.Context(document.syntax(), "\n"));
        listing = new Listing(document.syntax());
    }

    /** A key/value on lines of its own: the tape entries of its key and value, its key now and then. */
    private record Line(int first, int value, Key from, Key to) {}

    /** What becomes of a section; without a path its header goes. */
    private static final class Plan {

        final Section section;
        final Key table;
        final List<Line> lines = new ArrayList<>();

        @Nullable
        Key path;

        Plan(Section section, Key table) {
            this.section = section;
            this.table = table;
        }
    }

    /**
     * Lines on their way to a table.
     *
     * @param table the table
     * @param near the table that their old section belongs to now
     * @param indent the indentation of their old header
     * @param values what they set
     * @param lines the lines of each
     */
    record Parcel(Key table, Key near, String indent, Map<Key, TomlValue> values, List<String> lines) {}

    /** The edits that make the moves. */
    static List<TextEdit> edits(TomlDocument document, Moves moves) {
        return new Relocation(document, moves).work();
    }

    private List<TextEdit> work() {
        Map<Key, TomlValue> expected = moves.leavesAfter(document.root());
        plan();
        plans.forEach(this::rewrite);
        blocks.sort(Span::compareTo);
        new Removal(draft, CommentPolicy.KEEP).deleteMerged(blocks);
        List<TextEdit> edits = Edits.sorted(draft.edits);
        TomlDocument at = document.apply(edits);
        for (Parcel parcel : parcels.values()) {
            List<TextEdit> next = Placement.edits(at, parcel);
            edits = Edits.compose(document.syntax().bytes, edits, Edits.sorted(next));
            at = at.apply(next);
        }
        if (!Moves.holds(at.root(), expected)) {
            throw new EditConflictException(Key.ROOT, Optional.empty(), "cannot move: another key would change");
        }
        return edits;
    }

    // Which header leads where

    private void plan() {
        for (Section section : draft.outline().sections()) {
            Plan plan = new Plan(section, listing.key(section.symbol()));
            collectLines(plan);
            plans.add(plan);
            boolean stays = plan.lines.isEmpty();
            for (Line line : plan.lines) {
                stays |= fits(line, plan, moves.target(plan.table));
            }
            if (stays || section.header() < 0) {
                claim(plan, moves.target(plan.table));
            }
        }
        for (Plan plan : plans) {
            for (Line line : plan.lines) {
                if (plan.path == null && !isTaken(tableOf(line, plan))) {
                    claim(plan, tableOf(line, plan));
                }
            }
        }
    }

    private void claim(Plan plan, Key path) {
        if (claimed.putIfAbsent(path, plan) == null) {
            plan.path = path;
        }
    }

    /** Whether a table has or keeps a place of its own, so that no other header can lead to it. */
    private boolean isTaken(Key table) {
        if (claimed.containsKey(table)) {
            return true;
        }
        Place place = Place.find(document.syntax(), table);
        int kind = place == null || place.symbol() < 0
                ? -1
                : document.syntax().symbols.kind(place.symbol());
        return kind == Symbols.DOTTED || kind == Symbols.INLINE;
    }

    private void collectLines(Plan plan) {
        int node = plan.section.firstKey();
        while (node >= 0 && node < draft.tape.size() && draft.tape.kind(node) == Node.KEY) {
            int value = draft.outline().valueOf(node);
            Key from = listing.key(draft.tape.link(value - 1));
            plan.lines.add(new Line(node, value, from, moves.target(from)));
            node = draft.syntax.skip(value);
        }
    }

    /** The number of parts that are written in front of the equals sign. */
    private static int written(Line line) {
        return line.value() - line.first();
    }

    private static boolean fits(Line line, Plan plan, Key path) {
        boolean dottedRoot = plan.section.header() < 0 && written(line) > 1;
        return line.to().startsWith(path) && (dottedRoot || line.to().size() - path.size() == written(line));
    }

    private static Key tableOf(Line line, Plan plan) {
        int size = line.to().size() - written(line);
        boolean sameTail = size >= 0
                && line.to()
                        .tail(size)
                        .parent()
                        .equals(line.from().tail(plan.table.size()).parent());
        return sameTail ? line.to().head(size) : line.to().parent();
    }

    // Rewriting in place, and taking out

    private void rewrite(Plan plan) {
        Key path = plan.path;
        if (path != null && plan.section.header() >= 0 && !path.equals(plan.table)) {
            int header = plan.section.header();
            respell(header + 1, header + draft.outline().depth(plan.section), path);
        }
        if (path == null) {
            dissolve(plan);
            return;
        }
        for (Line line : plan.lines) {
            if (!fits(line, plan, path)) {
                Span lines = attached(line);
                blocks.add(lines);
                send(plan, line, "", lines);
            } else if (!line.to().tail(path.size()).equals(line.from().tail(plan.table.size()))) {
                respell(line.first(), line.value() - 1, line.to().tail(path.size()));
            }
        }
    }

    private Span attached(Line line) {
        int start = draft.text.lineStart(draft.tape.start(line.first()));
        return new Span(draft.text.commentBlockAbove(start), draft.text.nextLine(draft.tape.end(line.value())));
    }

    private void dissolve(Plan plan) {
        int header = plan.section.header();
        int above = draft.outline().begin(plan.section);
        int start = draft.text.lineStart(draft.tape.start(header));
        int end = draft.outline().end(plan.section);
        if (plan.lines.isEmpty()) {
            dropHeader(plan, start);
            return;
        }
        blocks.add(new Span(above, end));
        String lead = document.text(new Span(above, start)) + behindHeader(plan);
        int from = draft.text.nextLine(draft.tape.end(header));
        for (int i = 0; i < plan.lines.size(); i++) {
            Line line = plan.lines.get(i);
            boolean last = i == plan.lines.size() - 1;
            int to = last ? end : draft.text.nextLine(draft.tape.end(line.value()));
            send(plan, line, lead, new Span(draft.text.belowBlankLines(from), to));
            lead = "";
            from = to;
        }
    }

    /** Takes out a header alone; what is commented stays where it is. */
    private void dropHeader(Plan plan, int line) {
        int end = draft.tape.end(plan.section.header());
        if (behindHeader(plan).isEmpty()) {
            blocks.add(new Span(line, draft.text.nextLine(end)));
        } else {
            draft.delete(draft.tape.start(plan.section.header()), draft.text.skipBlanks(end));
        }
    }

    /** The comment behind a header, as a line of its own. */
    private String behindHeader(Plan plan) {
        int mark = draft.text.skipBlanks(draft.tape.end(plan.section.header()));
        int end = draft.text.nextLine(mark);
        boolean commented = mark < end && draft.text.bytes[mark] == '#';
        return commented ? draft.layout().headerIndent(plan.section) + document.text(new Span(mark, end)) : "";
    }

    private void send(Plan plan, Line line, String lead, Span lines) {
        Key table = tableOf(line, plan);
        String indent = draft.layout().headerIndent(plan.section);
        Parcel parcel = parcels.computeIfAbsent(
                table,
                key -> new Parcel(key, moves.target(plan.table), indent, new LinkedHashMap<>(), new ArrayList<>()));
        String wanted = keyIndents.computeIfAbsent(table, key -> keyIndent(key, line));
        parcel.values().put(line.to(), draft.syntax.decodeNode(line.value()));
        String name =
                Respelling.path(draft, line.first(), line.value() - 1, line.to().tail(table.size()));
        String text = lead
                + document.text(new Span(lines.start(), draft.tape.start(line.first())))
                + name
                + document.text(new Span(draft.tape.end(line.value() - 1), lines.end()));
        parcel.lines().add(hasLongString(line.value()) ? text : Respelling.indent(text, ownIndent(line), wanted));
    }

    private String ownIndent(Line line) {
        return draft.text.indent(draft.tape.start(line.first()));
    }

    /** The indentation of key/values in a table: that of its section, or of the first line that is to be there. */
    private String keyIndent(Key table, Line first) {
        Plan there = claimed.get(table);
        return there == null ? ownIndent(first) : draft.layout().keyIndent(there.section);
    }

    private boolean hasLongString(int value) {
        boolean found = false;
        for (int node = value; node < draft.syntax.skip(value); node++) {
            int kind = draft.tape.kind(node);
            found |= kind == Node.MULTI_LINE_BASIC_STRING || kind == Node.MULTI_LINE_LITERAL_STRING;
        }
        return found;
    }

    private void respell(int first, int last, Key key) {
        draft.replace(draft.tape.start(first), draft.tape.end(last), Respelling.path(draft, first, last, key));
    }
}
