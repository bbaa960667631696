// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.KeyType;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.release.SchemaKey;
import dev.ctrcfg.release.SchemaLevel;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@code config dump} prints for settings that nothing has set, in structs that a file adds to a map or array. */
final class ZeroValues {

    private static final TomlValue EMPTY_STRING = TomlValue.of("");
    private static final TomlValue ZERO = TomlValue.of(0);
    private static final TomlValue ZERO_FLOAT = TomlValue.of(0.0);
    private static final TomlValue FALSE = TomlValue.of(false);
    private static final TomlValue NO_TIME = TomlValue.of("0s");
    private static final TomlValue NO_ITEMS = TomlArray.of();

    private final boolean printsArrays;
    private final boolean printsMaps;

    ZeroValues(ContainerdRelease release) {
        printsArrays = release.since(ReleaseLine.V1_5);
        printsMaps = printsArrays && !release.since(ReleaseLine.V2_0);
    }

    boolean fillsAs(ZeroValues other) {
        return printsArrays == other.printsArrays && printsMaps == other.printsMaps;
    }

    /** Puts the zero values of all settings right below a place into a table. */
    void fill(Branch table, SchemaLevel level) {
        for (String name : level.names()) {
            SchemaLevel child = level.child(name).orElseThrow();
            Optional<SchemaKey> key = child.key();
            if (key.isPresent() && !table.has(name)) {
                fill(table, name, child, key.get());
            }
        }
    }

    private void fill(Branch table, String name, SchemaLevel child, SchemaKey key) {
        TomlValue zero = of(key.type());
        if (zero != null) {
            table.put(name, new Leaf(zero, null));
        } else if (key.type().kind() == KeyType.Kind.MAP && printsMaps) {
            table.put(name, new Branch(null));
        } else if (key.type().kind() == KeyType.Kind.TABLE && !isPointer(key)) {
            Branch inner = new Branch(null);
            fill(inner, child);
            table.put(name, inner);
        }
    }

    /** Structs inside the values of a map are pointers, and absent unless they are given. */
    private static boolean isPointer(SchemaKey key) {
        return key.path().indexOf('*') >= 0;
    }

    private @Nullable TomlValue of(KeyType type) {
        return switch (type.kind()) {
            case STRING -> EMPTY_STRING;
            case BOOLEAN -> FALSE;
            case INTEGER -> ZERO;
            case FLOAT -> ZERO_FLOAT;
            case DURATION, GO_DURATION -> NO_TIME;
            case ARRAY, BYTES -> printsArrays ? NO_ITEMS : null;
            case ANY, TABLE, MAP -> null;
        };
    }
}
