// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.record;

import dev.ctrcfg.diff.Change;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells the changes that can be taken back in a document from those that somebody else has overwritten. */
final class UndoPlan {

    private static final Key VERSION = Key.of("version");

    private final TomlTable current;
    private final List<Undoing> undoings = new ArrayList<>();
    private final List<KeptChange> kept = new ArrayList<>();
    private TomlTable expected;

    UndoPlan(List<Change> changes, TomlTable current) {
        this.current = current;
        this.expected = current;
        Undoing version = null;
        for (Change change : changes) {
            Optional<Undoing> undoing = decide(change);
            if (undoing.isPresent() && addsVersion(change)) {
                version = undoing.get();
            } else if (undoing.isPresent()) {
                take(undoing.get());
            }
        }
        if (version != null) {
            takeVersion(version);
        }
    }

    List<Undoing> undoings() {
        return undoings;
    }

    List<KeptChange> kept() {
        return kept;
    }

    /** What the document means when all is taken back, but for tables that this leaves empty. */
    TomlTable expected() {
        return expected;
    }

    private void take(Undoing undoing) {
        undoings.add(undoing);
        expected = Trees.with(expected, undoing.change().key(), undoing.target());
    }

    /** Without a version the keys of what others have written since would mean nothing. */
    private void takeVersion(Undoing undoing) {
        if (Trees.isHollow(expected.without("version"))) {
            take(undoing);
        } else {
            keep(undoing.change(), KeptChange.Reason.NEEDED);
        }
    }

    private static boolean addsVersion(Change change) {
        return change.key().equals(VERSION) && Changes.before(change).isEmpty();
    }

    private void keep(Change change, KeptChange.Reason reason) {
        kept.add(new KeptChange(change, current.find(change.key()), reason));
    }

    private Optional<Undoing> decide(Change change) {
        Optional<TomlValue> present = current.find(change.key());
        if (present.equals(Changes.after(change))) {
            return Optional.of(new Undoing(change, Changes.before(change)));
        }
        if (present.equals(Changes.before(change)) || isGone(change, present)) {
            return Optional.empty();
        }
        Optional<Undoing> ofItems = ItemsUndo.of(change, present);
        if (ofItems.isEmpty()) {
            keep(change, KeptChange.Reason.NOT_OURS);
        } else if (ofItems.get().target().equals(present)) {
            return Optional.empty();
        }
        return ofItems;
    }

    /** Whether a table that was made empty, or an empty one that was removed, holds something by now. */
    private static boolean isGone(Change change, Optional<TomlValue> present) {
        boolean ofTables = isEmptyTable(Changes.before(change)) || isEmptyTable(Changes.after(change));
        return ofTables && present.isPresent() && present.get() instanceof TomlTable;
    }

    private static boolean isEmptyTable(Optional<TomlValue> value) {
        return value.isPresent() && value.get().equals(TomlTable.EMPTY);
    }

    /** Takes out of an array the items that patches have added, and leaves those of others. */
    private static final class ItemsUndo {

        private ItemsUndo() {}

        static Optional<Undoing> of(Change change, Optional<TomlValue> present) {
            if (!isArray(Changes.after(change))
                    || !isArray(present)
                    || Changes.before(change).isPresent() && !isArray(Changes.before(change))) {
                return Optional.empty();
            }
            List<TomlValue> added = new ArrayList<>(items(Changes.after(change)));
            for (TomlValue item : items(Changes.before(change))) {
                if (!added.remove(item)) {
                    return Optional.empty();
                }
            }
            List<TomlValue> left = new ArrayList<>(items(present));
            for (TomlValue item : added) {
                left.remove(item);
            }
            boolean goes = left.isEmpty() && Changes.before(change).isEmpty();
            return Optional.of(new Undoing(change, goes ? Optional.empty() : Optional.of(new TomlArray(left))));
        }

        private static boolean isArray(Optional<TomlValue> value) {
            return value.isPresent() && value.get() instanceof TomlArray;
        }

        private static List<TomlValue> items(Optional<TomlValue> array) {
            return array.isPresent() ? ((TomlArray) array.get()).items() : List.of();
        }
    }
}
