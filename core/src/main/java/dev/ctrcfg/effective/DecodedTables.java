// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables of a file that releases have decoded. */
final class DecodedTables {

    private final IdentityHashMap<Branch, List<DecodedTable>> tables = new IdentityHashMap<>();

    /** What a table was decoded to by a decoder that does the same, or null. */
    synchronized @Nullable DecodedTable find(Branch table, StructDecoder decoder, DecodedTable.Struct onto) {
        List<DecodedTable> known = tables.get(table);
        for (int i = 0; known != null && i < known.size(); i++) {
            if (known.get(i).isOf(decoder, onto)) {
                return known.get(i);
            }
        }
        return null;
    }

    synchronized void put(Branch table, DecodedTable decoded) {
        List<DecodedTable> known = tables.get(table);
        if (known == null) {
            known = new ArrayList<>(2);
            tables.put(table, known);
        }
        known.add(decoded);
    }
}
