// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Collects changes to a document.
 *
 * <p>Every change is worked out as edits of the text, placed and spelt by the habits of its neighbourhood. Before the
 * changes count, the edited text is read again and compared: the keys that were changed hold what they should, and every
 * other key what it held. A change that cannot be made throws {@link EditConflictException} and leaves the editor as it
 * was before the call.
 *
 * <p>A change that has no effect, such as setting a key to the value that it has, makes no edit. An editor is for one
 * thread.
 */
public final class TomlEditor {

    private final TomlDocument original;
    private final String newline;
    private TomlDocument current;
    private final List<TextEdit> pending = new ArrayList<>();
    private final List<Draft.Expectation> expectations = new ArrayList<>();
    private final TouchedKeys touched = new TouchedKeys();
    private List<TextEdit> edits = List.of();
    private Draft.Context context;

    TomlEditor(TomlDocument document) {
        if (!document.faults().isEmpty()) {
            throw new IllegalArgumentException("a document with tolerated faults cannot be edited");
        }
        original = document;
        newline = new Text(document.syntax().bytes).newline(0);
        current = document;
        context = new Draft.Context(document.syntax(), newline);
    }

    /** {@return the edits that lead from the original document to {@link #document()}, in order and without overlaps} */
    public List<TextEdit> edits() {
        flush();
        return edits;
    }

    /** {@return the edits that lead back from {@link #document()} to the original document} */
    public List<TextEdit> inverse() {
        return Edits.inverse(original.syntax().bytes, edits());
    }

    /** {@return the document with all changes made} */
    public TomlDocument document() {
        flush();
        return current;
    }

    /**
     * Sets a key, and makes the tables above it if need be. An existing table or array becomes equal to the value with
     * as few edits as that takes.
     *
     * @param key the key
     * @param value its new value
     * @return this editor
     * @throws EditConflictException if something above the key is not a table, if the key is a table and the value is
     *     not, or if an index leads behind the end of an array
     */
    public TomlEditor set(Key key, TomlValue value) {
        new Assignment(this).set(key, value);
        return this;
    }

    /**
     * Sets a key to a value with a given spelling.
     *
     * @param key the key
     * @param toml the value exactly as it is to stand in the document
     * @return this editor
     * @throws TomlSyntaxException if the text is not a TOML value
     * @throws EditConflictException as {@link #set} does
     */
    public TomlEditor setLiteral(Key key, String toml) {
        ValueText value = new ValueText(TomlValue.parse(toml), toml.strip());
        return perform(key, draft -> Assignment.assign(draft, key, value));
    }

    /**
     * Sets a key that is absent; an existing one stays as it is, whatever its value.
     *
     * @param key the key
     * @param value the value
     * @return this editor
     * @throws EditConflictException as {@link #set} does
     */
    public TomlEditor putIfAbsent(Key key, TomlValue value) {
        return contains(key) ? this : set(key, value);
    }

    /**
     * Sets each entry of a table below a key: tables are merged, other values replaced, nothing is removed.
     *
     * @param key the key of a table; the root key merges into the whole document
     * @param values the entries
     * @return this editor
     * @throws EditConflictException if one of the two is a table where the other is not
     */
    public TomlEditor merge(Key key, TomlTable values) {
        new Merge(this).merge(key, values);
        return this;
    }

    /**
     * Makes sure that there is a table at a key.
     *
     * @param key the key
     * @return this editor
     * @throws EditConflictException if there is something else
     */
    public TomlEditor ensureTable(Key key) {
        Optional<TomlValue> there = find(key);
        if (there.isPresent() && there.get().type() == TomlValue.Type.TABLE) {
            return this;
        }
        return set(key, TomlTable.EMPTY);
    }

    /**
     * Removes a key with everything below it, and the comments that belong to it; nothing happens if it is absent.
     *
     * @param key the key of a value, a table, or an element
     * @return this editor
     */
    public TomlEditor remove(Key key) {
        return remove(key, CommentPolicy.REMOVE);
    }

    /**
     * Removes a key with everything below it; nothing happens if it is absent.
     *
     * @param key the key of a value, a table, or an element
     * @param comments what becomes of the comment lines directly above
     * @return this editor
     */
    public TomlEditor remove(Key key, CommentPolicy comments) {
        Optional<TomlValue> there = find(key);
        if (there.isPresent() && there.get() instanceof TomlTable table && isDottedInline(key)) {
            table.entries().keySet().forEach(name -> remove(key.child(name), comments));
            return this;
        }
        return perform(key, draft -> new Structure(draft).remove(key, comments));
    }

    /**
     * Gives a table or key another name, in every header and dotted key that names it.
     *
     * @param key the key
     * @param name the new last part
     * @return this editor
     * @throws EditConflictException if the key is absent or the new name is taken
     */
    public TomlEditor rename(Key key, String name) {
        return perform(key, draft -> new Structure(draft).rename(key, name));
    }

    /**
     * Moves a value or table to another key. Headers stay where they are and get another path; a key/value moves with its
     * comments to the table that it now belongs to.
     *
     * @param from the key
     * @param to its new key
     * @return this editor
     * @throws EditConflictException if the first key is absent or something is at the second
     */
    public TomlEditor move(Key from, Key to) {
        new Move(this).move(from, to);
        return this;
    }

    /**
     * Moves many values and tables to other keys, all at once, so that one may take the place of another. What is not
     * named moves with the nearest table above that is.
     *
     * <p>Headers stay where they are and get another path. Only key/values that leave their table go to the section of
     * the new one, with their comments; that section is made if there is none.
     *
     * @param moves the new key of each key; absent ones count only for what is below them
     * @return this editor
     * @throws EditConflictException if two values would meet at one key, or something that is not a table is in the way
     */
    public TomlEditor moveAll(Map<Key, Key> moves) {
        InlineMoves inline = new InlineMoves(this, moves);
        Moves outer = inline.takeOut();
        TomlDocument before = document();
        List<TextEdit> made = relocated(before, outer);
        TomlTable after = before.apply(made).root();
        perform(Key.ROOT, draft -> {
            draft.makeExclusive();
            draft.edits.addAll(made);
            draft.expectEntries(before.root(), after);
        });
        inline.putBack();
        return this;
    }

    private List<TextEdit> relocated(TomlDocument before, Moves moves) {
        try {
            return Relocation.edits(before, moves);
        } catch (TomlSyntaxException e) {
            throw refused(Key.ROOT, e.errors().get(0).message());
        }
    }

    /**
     * Adds an element at the end of an array or array of tables.
     *
     * @param key the key of the array
     * @param value the element
     * @return this editor
     * @throws EditConflictException if there is no array at the key, or if an array of tables is to get something else
     */
    public TomlEditor append(Key key, TomlValue value) {
        return perform(key, draft -> new ArrayInsertion(draft).append(key, value));
    }

    /**
     * Inserts an element into an array, before the one that is now at the place.
     *
     * @param key the key of the array
     * @param index the place, from 0 to the number of elements
     * @param value the element
     * @return this editor
     * @throws EditConflictException if there is no array at the key, or if it has fewer elements
     */
    public TomlEditor insert(Key key, int index, TomlValue value) {
        return perform(key, draft -> new ArrayInsertion(draft).insert(key, index, value));
    }

    /**
     * Adds an element at the end of an array that does not have it; makes the array if it is absent.
     *
     * @param key the key of the array
     * @param value the element
     * @return this editor
     * @throws EditConflictException if something else than an array is at the key
     */
    public TomlEditor ensureItem(Key key, TomlValue value) {
        Optional<TomlValue> there = find(key);
        if (there.isEmpty()) {
            return set(key, TomlArray.of(value));
        }
        if (there.get() instanceof TomlArray array && array.items().contains(value)) {
            return this;
        }
        return append(key, value);
    }

    /**
     * Removes every element of an array that equals a value.
     *
     * @param key the key of the array; nothing happens if it is absent
     * @param value the value
     * @return this editor
     * @throws EditConflictException if something else than an array is at the key
     */
    public TomlEditor removeItem(Key key, TomlValue value) {
        Optional<TomlValue> there = find(key);
        if (there.isPresent() && !(there.get() instanceof TomlArray)) {
            throw new EditConflictException(key, current.spanOf(key), key + " is not an array");
        }
        if (there.isPresent()) {
            List<TomlValue> items = ((TomlArray) there.get()).items();
            for (int i = items.size() - 1; i >= 0; i--) {
                if (items.get(i).equals(value)) {
                    remove(key.child(i));
                }
            }
        }
        return this;
    }

    /**
     * Inserts a key/value directly above another of the same table.
     *
     * @param anchor the key of the other one
     * @param name the name of the new one
     * @param value its value
     * @return this editor
     * @throws EditConflictException if the anchor is absent or not a key/value, or if the name is taken
     */
    public TomlEditor insertBefore(Key anchor, String name, TomlValue value) {
        return perform(anchor, draft -> new Structure(draft).insertBeside(anchor, name, value, true));
    }

    /**
     * Inserts a key/value directly below another of the same table.
     *
     * @param anchor the key of the other one
     * @param name the name of the new one
     * @param value its value
     * @return this editor
     * @throws EditConflictException if the anchor is absent or not a key/value, or if the name is taken
     */
    public TomlEditor insertAfter(Key anchor, String name, TomlValue value) {
        return perform(anchor, draft -> new Structure(draft).insertBeside(anchor, name, value, false));
    }

    /**
     * Sets the comment behind a key's value or header, on the same line.
     *
     * @param key the key
     * @param comment the text behind {@code # }, one line; empty to remove the comment
     * @return this editor
     * @throws EditConflictException if the key is absent or has no line of its own
     */
    public TomlEditor setTrailingComment(Key key, String comment) {
        return perform(key, draft -> new CommentEdits(draft).setTrailing(key, comment));
    }

    /**
     * Sets the comment lines directly above a key or header.
     *
     * @param key the key
     * @param comment the text, one comment line for each of its lines; empty to remove the comment
     * @return this editor
     * @throws EditConflictException if the key is absent or has no line of its own
     */
    public TomlEditor setCommentAbove(Key key, String comment) {
        return perform(key, draft -> new CommentEdits(draft).setAbove(key, comment));
    }

    /**
     * Turns a key/value, or a table with everything below it, into comments.
     *
     * @param key the key; nothing happens if it is absent
     * @return this editor
     * @throws EditConflictException if the key has no lines of its own
     */
    public TomlEditor commentOut(Key key) {
        return perform(key, draft -> new CommentEdits(draft).commentOut(key));
    }

    /**
     * Turns a comment line such as {@code #debug = true} into the key/value that it shows, if the key is absent and the
     * section of its table has such a line.
     *
     * @param key the key
     * @return whether the key is there now
     */
    public boolean uncomment(Key key) {
        if (!contains(key)) {
            perform(key, draft -> new CommentEdits(draft).uncomment(key));
        }
        return contains(key);
    }

    // How changes are put together

    /** Works out one change against a document. */
    interface Change {
        void draft(Draft draft);
    }

    Optional<TomlValue> find(Key key) {
        flush();
        return current.find(key);
    }

    private boolean contains(Key key) {
        flush();
        return current.contains(key);
    }

    Optional<Span> spanOf(Key key) {
        flush();
        return current.spanOf(key);
    }

    Syntax syntax() {
        flush();
        return current.syntax();
    }

    boolean isArrayOfTables(Key key) {
        return kindOf(key) == Symbols.TABLES;
    }

    /** Whether a table is made by dotted keys within an inline table, where its parts cannot go in one step. */
    private boolean isDottedInline(Key key) {
        return kindOf(key) == Symbols.DOTTED && current.spanOf(key).isEmpty() && isInline(key);
    }

    private boolean isInline(Key key) {
        for (int size = key.size() - 1; size > 0; size--) {
            if (kindOf(key.head(size)) == Symbols.INLINE) {
                return true;
            }
        }
        return false;
    }

    boolean isInlineTable(Key key) {
        return kindOf(key) == Symbols.INLINE;
    }

    private int kindOf(Key key) {
        Place place = Place.find(syntax(), key);
        return place == null || place.symbol() < 0 ? -1 : syntax().symbols.kind(place.symbol());
    }

    TomlEditor perform(Key key, Change change) {
        if (touched.concerns(current.syntax().trail(key))) {
            flush();
        }
        if (!accept(key, draft(change))) {
            flush();
            if (!accept(key, draft(change))) {
                throw new IllegalStateException("a change gets in its own way: " + key);
            }
        }
        return this;
    }

    private Draft draft(Change change) {
        Draft draft = new Draft(context);
        change.draft(draft);
        return draft;
    }

    /** Adds a change to those that are pending, unless it gets in their way; its key is known not to. */
    private boolean accept(Key key, Draft draft) {
        if (draft.edits.isEmpty()) {
            return true;
        }
        if (draft.isExclusive() && !pending.isEmpty()) {
            return false;
        }
        for (Draft.Expectation expectation : draft.expectations) {
            if (!expectation.key().equals(key) && touched.concerns(expectation.trail())) {
                return false;
            }
        }
        for (TextEdit edit : draft.edits) {
            if (touched.overlaps(edit.span())) {
                return false;
            }
        }
        add(draft);
        return true;
    }

    private void add(Draft draft) {
        for (int i = 0; i < draft.expectations.size(); i++) {
            Draft.Expectation expectation = draft.expectations.get(i);
            expectations.add(expectation);
            touched.add(expectation.trail());
        }
        for (int i = 0; i < draft.edits.size(); i++) {
            TextEdit edit = draft.edits.get(i);
            pending.add(edit);
            touched.add(edit.span());
            if (draft.opensSection()) {
                touched.addHeader(edit.span());
            }
        }
        if (draft.isExclusive()) {
            touched.addEverything();
        }
    }

    /** Makes the pending changes: reads the new text, and compares. */
    void flush() {
        if (pending.isEmpty()) {
            return;
        }
        List<TextEdit> sorted = Edits.sorted(pending);
        List<Draft.Expectation> expected = List.copyOf(expectations);
        pending.clear();
        expectations.clear();
        touched.clear();
        TomlDocument next = reread(sorted, expected);
        edits = Edits.compose(original.syntax().bytes, edits, sorted);
        current = next;
        context = new Draft.Context(next.syntax(), newline);
    }

    private TomlDocument reread(List<TextEdit> sorted, List<Draft.Expectation> expected) {
        Key key = expected.isEmpty() ? Key.ROOT : expected.get(0).key();
        try {
            byte[] bytes = Edits.apply(current.syntax().bytes, sorted);
            Rereading reread = Rereading.of(current.syntax(), sorted, bytes, original.options());
            TomlDocument next = reread == null
                    ? TomlDocument.parse(bytes, original.options())
                    : new TomlDocument(reread.syntax(), original.options());
            Verifier verifier = new Verifier(current.syntax(), next.syntax(), expected);
            if (reread == null ? verifier.holds() : verifier.holdsFor(reread.replaced())) {
                return next;
            }
        } catch (TomlSyntaxException e) {
            throw refused(key, e.errors().get(0).message());
        }
        throw refused(key, "another key would change");
    }

    private EditConflictException refused(Key key, String why) {
        return new EditConflictException(key, current.spanOf(key), "cannot edit " + key + ": " + why);
    }
}
