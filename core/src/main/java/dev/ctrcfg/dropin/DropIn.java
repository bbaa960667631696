// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.dropin;

import dev.ctrcfg.diff.Change;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.toml.EditConflictException;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlEditor;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.List;
import java.util.Optional;

/** A drop-in that patches go to instead of the main file. */
public final class DropIn {

    /** How much a drop-in may hold. */
    public enum Extent {
        /** What patches say, and what must stand with it. */
        SMALLEST,
        /** The whole table of a plugin where a release would replace it as a whole. */
        COMPLETE
    }

    private static final Key VERSION = Key.of("version");

    private final DropInFile file;
    private final TomlDocument main;
    private final TomlDocument present;
    private final Extent extent;

    /**
     * Makes a drop-in.
     *
     * @param file where it is
     * @param main the main file
     * @param present what it holds now; a document without text if there is none
     * @param extent how much it may hold
     */
    public DropIn(DropInFile file, TomlDocument main, TomlDocument present, Extent extent) {
        this.file = file;
        this.main = main;
        this.present = present;
        this.extent = extent;
    }

    /**
     * {@return the main file with the drop-in laid over it, for patches to be applied to}
     *
     * @throws EditConflictException if one has a table where the other has another value
     */
    public TomlDocument view() {
        return main.edit().merge(Key.ROOT, present.root().without("version")).document();
    }

    /**
     * {@return how the drop-in brings about what patches changed in the view}
     *
     * @param patched the view with the patches
     * @param changes what they changed
     * @param releases the releases that shall read the files
     * @throws EditConflictException if a drop-in cannot have the effect in each of the releases; the message says which
     *     and why
     */
    public DropInPlan plan(TomlDocument patched, List<Change> changes, List<ContainerdRelease> releases) {
        if (changes.isEmpty()) {
            return new DropInPlan(file, present, main);
        }
        Contents contents = new Contents(main, patched);
        for (Change change : changes) {
            contents.add(change, present);
        }
        for (int i = releases.size() - 1; i >= 0; i--) {
            contents.suit(releases.get(i), extent);
        }
        return new DropInPlan(file, write(contents), withImport());
    }

    private TomlDocument write(Contents contents) {
        TomlEditor editor = present.edit();
        Optional<TomlValue> version = main.find(VERSION);
        if (version.isPresent()) {
            editor.set(VERSION, version.get());
        }
        for (Key key : contents.removed()) {
            editor.remove(key);
        }
        for (Key key : contents.tables()) {
            editor.ensureTable(key);
        }
        for (Key key : contents.keys()) {
            set(editor, key, contents.value(key));
        }
        return editor.document();
    }

    private static void set(TomlEditor editor, Key key, TomlValue value) {
        if (value instanceof TomlTable table && !table.isEmpty()) {
            editor.merge(key, table);
        } else if (value instanceof TomlTable) {
            editor.ensureTable(key);
        } else {
            editor.set(key, value);
        }
    }

    private TomlDocument withImport() {
        Optional<String> missing = file.missingImport();
        return missing.isEmpty()
                ? main
                : main.edit()
                        .ensureItem(Imports.KEY, TomlValue.of(missing.get()))
                        .document();
    }
}
