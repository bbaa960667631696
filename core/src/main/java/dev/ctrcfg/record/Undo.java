// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.record;

import dev.ctrcfg.diff.Change;
import dev.ctrcfg.toml.CommentPolicy;
import dev.ctrcfg.toml.EditConflictException;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.Span;
import dev.ctrcfg.toml.TextEdit;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlEditor;
import dev.ctrcfg.toml.TomlSyntaxException;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes the changes of a record back in a document that others may have edited. */
final class Undo {

    private final TomlDocument before;
    private final TomlDocument after;
    private final TomlDocument current;
    private final Set<Key> made;
    private final UndoPlan plan;
    private final ForeignComments comments;
    private final List<Change> undone = new ArrayList<>();
    private final List<KeptChange> kept = new ArrayList<>();

    /**
     * Plans it.
     *
     * @param changes the changes to take back, all of the record's or some
     */
    Undo(FileRecord record, List<Change> changes, TomlDocument current) {
        this.before = record.before();
        this.after = record.after();
        this.current = current;
        this.made = record.madeTables();
        this.plan = new UndoPlan(changes, current.root());
        this.comments = new ForeignComments(after);
        kept.addAll(plan.kept());
    }

    Reversal reverse() {
        TomlDocument lines = byLines();
        TomlDocument keys = byKeys(lines);
        TomlDocument document = withoutHollowTables(keys);
        return new Reversal(document, ThreeTexts.between(current, document), undone, kept);
    }

    // Whole lines of ours, as long as no value moves but those that shall

    private TomlDocument byLines() {
        List<TextEdit> edits = new ThreeTexts(after, before, current).edits();
        Optional<TomlDocument> all = byLines(edits);
        if (all.isPresent()) {
            return all.get();
        }
        List<TextEdit> good = new ArrayList<>();
        for (TextEdit edit : edits) {
            good.add(edit);
            if (byLines(good).isEmpty()) {
                good.remove(good.size() - 1);
            }
        }
        return current.apply(good);
    }

    private Optional<TomlDocument> byLines(List<TextEdit> edits) {
        try {
            TomlDocument result = current.apply(edits);
            return Trees.isBetween(result.root(), current.root(), plan.expected())
                    ? Optional.of(result)
                    : Optional.empty();
        } catch (TomlSyntaxException e) {
            return Optional.empty();
        }
    }

    // Key by key, what is left

    private TomlDocument byKeys(TomlDocument document) {
        TomlDocument at = document;
        for (Undoing undoing : plan.undoings()) {
            Change change = undoing.change();
            try {
                at = undo(at, change.key(), undoing.target());
                undone.add(change);
            } catch (EditConflictException e) {
                kept.add(new KeptChange(change, current.find(change.key()), KeptChange.Reason.IN_THE_WAY));
            }
        }
        return at;
    }

    private TomlDocument undo(TomlDocument document, Key key, Optional<TomlValue> target) {
        Optional<TomlValue> present = document.find(key);
        boolean isTable = target.isEmpty() && present.isPresent() && present.get() instanceof TomlTable;
        if (isTable || present.equals(target)) {
            return document;
        }
        TomlEditor editor = document.edit();
        edit(editor, key, target);
        if (comments.loseLine(document, editor.edits())) {
            throw new EditConflictException(key, Optional.empty(), "a comment would go");
        }
        return editor.document();
    }

    private void edit(TomlEditor editor, Key key, Optional<TomlValue> target) {
        Optional<Span> literal = before.spanOf(key);
        if (target.isEmpty()) {
            editor.remove(key, CommentPolicy.KEEP);
        } else if (target.get() instanceof TomlTable
                || literal.isEmpty()
                || !before.find(key).equals(target)) {
            editor.set(key, target.get());
        } else if (editor.document().contains(key)) {
            editor.set(key, target.get());
        } else {
            editor.setLiteral(key, before.text(literal.get()));
        }
    }

    // Tables of ours that hold nothing any more, unless somebody has put a comment there

    private TomlDocument withoutHollowTables(TomlDocument document) {
        List<Key> tables = new ArrayList<>(made);
        TomlDocument at = document;
        for (int i = tables.size() - 1; i >= 0; i--) {
            Key table = tables.get(i);
            if (at.find(table).equals(Optional.of(TomlTable.EMPTY)) && isEmptiedByUs(table)) {
                at = withoutTable(at, table);
            }
        }
        return at;
    }

    private boolean isEmptiedByUs(Key table) {
        for (Change change : undone) {
            if (change.key().startsWith(table)) {
                return true;
            }
        }
        return false;
    }

    private TomlDocument withoutTable(TomlDocument document, Key table) {
        try {
            TomlEditor editor = document.edit().remove(table);
            return comments.loseAny(document, editor.edits()) ? document : editor.document();
        } catch (EditConflictException e) {
            return document;
        }
    }
}
