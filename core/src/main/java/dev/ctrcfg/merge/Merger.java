// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import dev.ctrcfg.toml.EditConflictException;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.Span;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlEditor;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings a document to contain what patches want.
 *
 * <p>Tables are merged, all other values are replaced, arrays as a whole. An array of tables gives way only to another
 * array. New keys and tables are written in the order
 * of the fragment. A table that is empty in the fragment is created if the document has none.
 */
public final class Merger {

    private static final Key VERSION = Key.of("version");
    private static final TomlValue UNSTATED_VERSION = TomlValue.of(1);

    private final TomlDocument document;
    private final List<ConfigPatch> patches;
    private final TomlEditor editor;
    private final List<Change> changes = new ArrayList<>();

    private Merger(TomlDocument document, List<ConfigPatch> patches) {
        this.document = document;
        this.patches = patches;
        this.editor = document.edit();
    }

    /**
     * {@return the document with what a patch wants}
     *
     * @param document the document
     * @param patch the patch
     * @throws EditConflictException if the patch has a table where the document has another value, or the reverse, or
     *     if it is written for another config version; the message names both places
     */
    public static MergeResult apply(TomlDocument document, ConfigPatch patch) {
        return apply(document, List.of(patch));
    }

    /**
     * {@return the document with what several patches want}
     *
     * @param document the document
     * @param patches the patches; where two of them differ, the later one counts
     * @throws EditConflictException if a patch has a table where the document or an earlier patch has another value, or
     *     the reverse, or if it is written for another config version; the message names both places
     */
    public static MergeResult apply(TomlDocument document, List<ConfigPatch> patches) {
        return new Merger(document, List.copyOf(patches)).merge();
    }

    private MergeResult merge() {
        for (ConfigPatch patch : patches) {
            requireSameVersion(patch);
        }
        mergeTable(Key.ROOT, Overlay.of(patches), document.root());
        return new MergeResult(editor.document(), editor.edits(), changes);
    }

    /** containerd looks up keys in the spelling of the file's version and ignores all others without a word. */
    private void requireSameVersion(ConfigPatch patch) {
        TomlValue stated = document.root().entries().get("version");
        boolean unstated = stated == null || stated.equals(TomlValue.of(0));
        TomlValue present = unstated ? UNSTATED_VERSION : stated;
        if (patch.version().isEmpty() || patch.version().get().equals(present)) {
            return;
        }
        String here = unstated ? "no version is stated here, which means 1" : "version is " + present + " here";
        String message = here + ", and " + patch.version().get() + " in " + patch.placeOf(VERSION);
        Span top = document.keySpanOf(VERSION).orElse(new Span(0, 0));
        throw new EditConflictException(VERSION, Optional.of(top), message);
    }

    private void mergeTable(Key key, TomlTable wanted, TomlTable present) {
        for (Map.Entry<String, TomlValue> entry : wanted.entries().entrySet()) {
            mergeValue(
                    key.child(entry.getKey()),
                    entry.getValue(),
                    present.entries().get(entry.getKey()));
        }
    }

    private void mergeValue(Key key, TomlValue wanted, @Nullable TomlValue present) {
        if (present != null && Overlay.contradict(present, wanted)) {
            throw conflict(key, wanted, present);
        }
        if (wanted instanceof TomlTable table) {
            if (present instanceof TomlTable existing) {
                mergeTable(key, table, existing);
            } else {
                addTable(key, table);
            }
        } else if (present == null) {
            editor.set(key, wanted);
            changes.add(new Change.Added(key, wanted));
        } else if (!present.equals(wanted)) {
            editor.set(key, wanted);
            changes.add(new Change.Replaced(key, present, wanted));
        }
    }

    /** A table that holds something comes into being with its first key. */
    private void addTable(Key key, TomlTable table) {
        if (table.isEmpty()) {
            editor.ensureTable(key);
            changes.add(new Change.Added(key, table));
        } else {
            mergeTable(key, table, TomlTable.EMPTY);
        }
    }

    private EditConflictException conflict(Key key, TomlValue wanted, TomlValue present) {
        String message = Overlay.contradiction(key, present, "here", wanted, Overlay.placeOf(key, patches));
        return new EditConflictException(key, document.keySpanOf(key), message);
    }
}
