// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.DefaultConfig;
import dev.ctrcfg.release.KeySchema;
import dev.ctrcfg.toml.TomlTable;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The default configurations as trees, which all loads share and none may change. */
final class DefaultTree {

    /** The trees that were asked for before; readers of many files ask for the same few again and again. */
    private static final Map<ContainerdRelease, Map<String, Branch>> KNOWN = new ConcurrentHashMap<>();

    private static final int MOST_KNOWN = 64;

    /** The same by the tables, which releases share where they do not differ. */
    private static final IdentityHashMap<TomlTable, Branch> BY_TABLE = new IdentityHashMap<>();

    private DefaultTree() {}

    /** The settings outside {@code [plugins]}. */
    static Branch topLevel(ContainerdRelease release) {
        return plugin(release, KeySchema.TOP_LEVEL);
    }

    static Branch plugin(ContainerdRelease release, String id) {
        Map<String, Branch> trees = trees(release);
        Branch known = trees.get(id);
        if (known == null) {
            known = of(DefaultConfig.plugin(release, id));
            trees.put(id, known);
        }
        return known;
    }

    private static Map<String, Branch> trees(ContainerdRelease release) {
        Map<String, Branch> known = KNOWN.get(release);
        if (known != null) {
            return known;
        }
        if (KNOWN.size() >= MOST_KNOWN) {
            clear();
        }
        Map<String, Branch> trees = new ConcurrentHashMap<>();
        KNOWN.put(release, trees);
        return trees;
    }

    private static void clear() {
        synchronized (BY_TABLE) {
            BY_TABLE.clear();
        }
        KNOWN.clear();
    }

    private static Branch of(TomlTable table) {
        synchronized (BY_TABLE) {
            Branch known = BY_TABLE.get(table);
            if (known == null) {
                known = Branch.unwritten(table);
                BY_TABLE.put(table, known);
            }
            return known;
        }
    }
}
