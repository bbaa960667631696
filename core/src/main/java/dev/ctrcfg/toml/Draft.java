// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One change worked out against a document: the edits of its text, and what they are to mean. */
final class Draft {

    /** A document with what is known of its layout; shared by the drafts against it. */
    static final class Context {

        private final Syntax syntax;
        private @Nullable Outline outline;
        private @Nullable Layout layout;

        private final Text text;

        /** Takes the kind of line ends that the document had before everything with one was removed. */
        Context(Syntax syntax, String newline) {
            this.syntax = syntax;
            text = new Text(syntax.bytes, newline);
        }

        private Outline outline() {
            Outline known = outline;
            if (known == null) {
                known = new Outline(syntax, text);
                outline = known;
            }
            return known;
        }

        private Layout layout() {
            Layout known = layout;
            if (known == null) {
                known = new Layout(syntax, outline());
                layout = known;
            }
            return known;
        }
    }

    /**
     * What a key is to hold afterwards.
     *
     * @param trail where the key leads before the change
     * @param value its value; empty if nothing is to be there
     */
    record Expectation(Trail trail, Optional<TomlValue> value) {

        Key key() {
            return trail.key();
        }
    }

    final Syntax syntax;
    final Text text;
    final Tape tape;
    final List<TextEdit> edits = new ArrayList<>(2);
    final List<Expectation> expectations = new ArrayList<>(1);
    private final Context context;
    private boolean exclusive;
    private boolean section;

    Draft(Context context) {
        this.context = context;
        syntax = context.syntax;
        text = context.text;
        tape = syntax.tape;
    }

    Outline outline() {
        return context.outline();
    }

    Layout layout() {
        return context.layout();
    }

    /** Other changes must be made before this one or wait for it: where it stands depends on its neighbours. */
    void makeExclusive() {
        exclusive = true;
    }

    boolean isExclusive() {
        return exclusive;
    }

    /** A header is inserted: what else is inserted there must know of it, or it ends up below that header. */
    void openSection() {
        section = true;
    }

    boolean opensSection() {
        return section;
    }

    void replace(int start, int end, String replacement) {
        edits.add(new TextEdit(new Span(start, end), replacement));
    }

    void insert(int at, String added) {
        replace(at, at, added);
    }

    void delete(int start, int end) {
        replace(start, end, "");
    }

    /** Inserts whole lines, each with its line end; a text without a final line end stays without one. */
    void insertLines(int at, String lines, String newline) {
        if (at == text.bytes.length && text.lacksFinalNewline()) {
            insert(at, newline + lines.substring(0, lines.length() - newline.length()));
        } else {
            insert(at, lines);
        }
    }

    /** Notes what a key is to hold. */
    void expect(Key key, TomlValue value) {
        note(key, Optional.of(value));
    }

    /** Notes that nothing is to be at a key. */
    void expectAbsent(Key key) {
        note(key, Optional.empty());
    }

    /** Notes what each entry of the root table is to hold if it changes. */
    void expectEntries(TomlTable before, TomlTable after) {
        for (String name : before.entries().keySet()) {
            if (after.get(name).isEmpty()) {
                expectAbsent(Key.of(name));
            }
        }
        after.entries().forEach((name, value) -> {
            if (!before.get(name).equals(Optional.of(value))) {
                expect(Key.of(name), value);
            }
        });
    }

    /** Within an array that is a value, the array as a whole is what changes. */
    private void note(Key key, Optional<TomlValue> value) {
        Key array = arrayAbove(key);
        if (array == null) {
            expectations.add(new Expectation(syntax.trail(key), value));
            return;
        }
        for (int i = 0; i < expectations.size(); i++) {
            Expectation noted = expectations.get(i);
            if (noted.key().equals(array)) {
                expectations.set(i, element(noted, key, value));
                return;
            }
        }
        Trail trail = syntax.trail(array);
        TomlValue before = trail.last().decode(syntax);
        expectations.add(element(new Expectation(trail, Optional.of(before)), key, value));
    }

    private static Expectation element(Expectation array, Key key, Optional<TomlValue> value) {
        TomlValue after =
                Values.with(array.value().orElseThrow(), key.tail(array.key().size()), value);
        return new Expectation(array.trail(), Optional.of(after));
    }

    /** The key of the outermost array between brackets that a key leads into, or null. */
    private @Nullable Key arrayAbove(Key key) {
        if (!key.hasIndex()) {
            return null;
        }
        Place at = new Place(Symbols.ROOT, -1);
        for (int i = 0; i < key.size() && at != null; i++) {
            boolean value = at.symbol() < 0 || syntax.symbols.kind(at.symbol()) == Symbols.VALUE;
            if (value && key.part(i) instanceof Key.Index) {
                return key.head(i);
            }
            at = at.step(syntax, key.part(i));
        }
        return null;
    }

    EditConflictException conflict(Key key, int node, String message) {
        Optional<Span> span = node < 0 ? Optional.empty() : Optional.of(new Span(tape.start(node), tape.end(node)));
        return new EditConflictException(key, span, message);
    }
}
