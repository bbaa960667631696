// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.record;

import dev.ctrcfg.diff.Change;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TextEdit;
import dev.ctrcfg.toml.TomlDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What patches changed in one file: its text as it would be without them, and the text that the last of them left.
 */
public final class FileRecord {

    private final String path;
    private final boolean created;
    private final TomlDocument before;
    private final TomlDocument after;

    private FileRecord(String path, boolean created, TomlDocument before, TomlDocument after) {
        this.path = path;
        this.created = created;
        this.before = before;
        this.after = after;
    }

    /**
     * {@return the record of a file that was there before the first patch}
     *
     * @param path the path of the file
     * @param before the document without the patch
     * @param after the document with it
     */
    public static FileRecord changed(String path, TomlDocument before, TomlDocument after) {
        return new FileRecord(path, false, before, after);
    }

    /**
     * {@return the record of a file that the first patch created}
     *
     * @param path the path of the file
     * @param after the document that was written
     */
    public static FileRecord created(String path, TomlDocument after) {
        return new FileRecord(path, true, TomlDocument.parse(""), after);
    }

    static FileRecord of(String path, boolean created, TomlDocument before, TomlDocument after) {
        return new FileRecord(path, created, before, after);
    }

    /** {@return the path of the file} */
    public String path() {
        return path;
    }

    /** {@return whether the first patch created the file} */
    public boolean created() {
        return created;
    }

    /** {@return the document as it would be without the patches; without text if they created the file} */
    public TomlDocument before() {
        return before;
    }

    /** {@return the document as the last patch left it} */
    public TomlDocument after() {
        return after;
    }

    /** {@return the keys that differ between the two, in the order of the documents} */
    public List<Change> changes() {
        return List.copyOf(new Comparison(before.root(), after.root()).changes());
    }

    /** {@return the edits that lead from the document before to the one after, whole lines each} */
    public List<TextEdit> edits() {
        return ThreeTexts.between(before, after);
    }

    /** {@return the tables that patches made, each behind the one that holds it} */
    public Set<Key> madeTables() {
        return new Comparison(before.root(), after.root()).made();
    }

    /** {@return whether the patches amount to nothing} */
    public boolean isEmpty() {
        return !created && before.equals(after);
    }

    /**
     * {@return the record with one more patch}
     *
     * <p>What others wrote since the last patch counts as having been there before the first.
     *
     * @param found the document that the patch found
     * @param left the document that it left
     */
    public FileRecord extended(TomlDocument found, TomlDocument left) {
        TomlDocument without = found.equals(after) ? before : revert(found).document();
        return new FileRecord(path, created, without, left);
    }

    /**
     * {@return a document without what the patches did}
     *
     * <p>A document that is as the last patch left it gets its former text. In any other, each change is taken back where
     * the value is still the one that was left, items of an array one by one; tables that the patches made go when they
     * are empty and without a comment.
     *
     * @param current the document as it is now
     */
    public Reversal revert(TomlDocument current) {
        if (current.equals(after)) {
            return new Reversal(before, ThreeTexts.between(current, before), changes(), List.of());
        }
        return new Undo(this, changes(), current).reverse();
    }

    /**
     * {@return a document without what the patches did at and below a key}
     *
     * @param current the document as it is now
     * @param key the key; the root is everything
     */
    public Reversal revert(TomlDocument current, Key key) {
        List<Change> some = new ArrayList<>();
        for (Change change : changes()) {
            if (change.key().startsWith(key)) {
                some.add(change);
            }
        }
        return new Undo(this, some, current).reverse();
    }
}
