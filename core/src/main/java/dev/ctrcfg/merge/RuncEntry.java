// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import dev.ctrcfg.model.CriLayout;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.RuntimesDefault;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlEditor;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes the runc out that containerd has built in, where the document would otherwise make it forget that.
 *
 * <p>containerd 1.5 to 1.7 have only the runtimes of the file as soon as it has a table of them, and until 1.7 a runtime
 * that the file names has nothing but what stands there.
 */
final class RuncEntry {

    private final Draft draft;
    private final Key runtimes;
    private final Key runc;
    private final List<ContainerdRelease> releases;

    RuncEntry(Draft draft, CriLayout layout, List<ContainerdRelease> releases) {
        this.draft = draft;
        this.runtimes = layout.runtimes();
        this.runc = runtimes.child(Runtimes.RUNC);
        this.releases = releases;
    }

    void complete() {
        Optional<ContainerdRelease> forgetful = forgetful();
        if (forgetful.isEmpty() || !(draft.get(runtimes) instanceof TomlTable table)) {
            return;
        }
        if (table.get(Runtimes.RUNC).isEmpty()) {
            if (isLost(table) && keepsNone()) {
                write("containerd 1.5 to 1.7 forget the runc they have built in when a file has a table of runtimes");
            }
        } else if (isPartlyWritten()) {
            write("until containerd 1.7 a runtime has no type but the one that the file gives it");
        }
    }

    private Optional<ContainerdRelease> forgetful() {
        for (ContainerdRelease release : releases) {
            if (release.runtimesDefault() != RuntimesDefault.MERGED) {
                return Optional.of(release);
            }
        }
        return Optional.empty();
    }

    private boolean keepsNone() {
        for (ContainerdRelease release : releases) {
            if (release.runtimesDefault() == RuntimesDefault.LOST) {
                return true;
            }
        }
        return false;
    }

    /** Whether runc was there until now, or is asked for now. */
    private boolean isLost(TomlTable after) {
        @Nullable TomlValue before = draft.before().find(runtimes).orElse(null);
        boolean emptied = after.isEmpty() && before instanceof TomlTable table && !table.isEmpty() && outlastsRunc();
        Key name = runtimes.parent().child("default_runtime_name");
        boolean wanted = draft.hasTouched(name) && TomlValue.of(Runtimes.RUNC).equals(draft.get(name));
        return before == null || emptied || wanted;
    }

    /** Whether the document has the table for itself, and not only because of the runc in it. */
    private boolean outlastsRunc() {
        TomlEditor editor = draft.document().edit();
        editor.remove(runc);
        return editor.document().root().find(runtimes).isPresent();
    }

    private boolean isPartlyWritten() {
        Key type = runc.child("runtime_type");
        return draft.hasTouched(runc) && draft.get(runc) instanceof TomlTable && !draft.has(type);
    }

    private void write(String why) {
        draft.put(runc.child("runtime_type"), TomlValue.of(Runtimes.RUNC_TYPE));
        draft.add(new Notice(Notice.Kind.WRITTEN_OUT, runc, Optional.empty(), runc + " was written out: " + why));
    }
}
