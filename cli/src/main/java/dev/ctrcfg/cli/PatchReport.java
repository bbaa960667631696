// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.diff.Change;
import dev.ctrcfg.merge.Notice;
import dev.ctrcfg.model.Secrets;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.Redaction;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a patch changed and what there is to know about it, for programs. */
final class PatchReport {

    private final boolean masks;

    /**
     * Makes one.
     *
     * @param hidden what is not shown
     */
    PatchReport(Redaction hidden) {
        this.masks = !hidden.equals(Redaction.NONE);
    }

    /** Adds {@code changes} and {@code notices}. */
    void addTo(TomlTable.Builder report, List<Change> changes, List<Notice> notices) {
        List<TomlValue> changed = new ArrayList<>();
        for (Change change : changes) {
            changed.add(change(change));
        }
        List<TomlValue> told = new ArrayList<>();
        for (Notice notice : notices) {
            told.add(notice(notice));
        }
        report.put("changes", new TomlArray(changed)).put("notices", new TomlArray(told));
    }

    private TomlTable change(Change change) {
        String kind = change.before().isEmpty() ? "added" : change.after().isEmpty() ? "removed" : "replaced";
        TomlTable.Builder table =
                TomlTable.builder().put("kind", kind).put("key", change.key().toString());
        add(table, "before", change.key(), change.before());
        add(table, "after", change.key(), change.after());
        return table.build();
    }

    private void add(TomlTable.Builder table, String name, Key key, Optional<Change.Side> side) {
        if (side.isPresent()) {
            TomlValue value = side.get().value();
            table.put(name, masks ? Secrets.mask(key, value) : value);
        }
    }

    private static TomlTable notice(Notice notice) {
        TomlTable.Builder table = TomlTable.builder().put("kind", notice.kind().toString());
        if (!notice.key().isRoot()) {
            table.put("key", notice.key().toString());
        }
        if (notice.place().isPresent()) {
            table.put("place", notice.place().get());
        }
        return table.put("text", Secrets.mask(notice.text())).build();
    }
}
