// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.DefaultConfig;
import dev.ctrcfg.toml.TomlTable;
import java.util.IdentityHashMap;

/** The default configurations as trees, which all loads share and none may change. */
final class DefaultTree {

    /** The trees that were asked for before, by their tables; readers of many files ask for the same few again. */
    private static final IdentityHashMap<TomlTable, Branch> KNOWN = new IdentityHashMap<>();

    private static final int MOST_KNOWN = 4_000;

    private DefaultTree() {}

    /** The settings outside {@code [plugins]}. */
    static Branch topLevel(ContainerdRelease release) {
        return of(DefaultConfig.topLevel(release));
    }

    static Branch plugin(ContainerdRelease release, String id) {
        return of(DefaultConfig.plugin(release, id));
    }

    private static synchronized Branch of(TomlTable table) {
        Branch known = KNOWN.get(table);
        if (known == null) {
            if (KNOWN.size() >= MOST_KNOWN) {
                KNOWN.clear();
            }
            known = Branch.unwritten(table);
            KNOWN.put(table, known);
        }
        return known;
    }
}
