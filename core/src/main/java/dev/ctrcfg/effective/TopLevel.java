// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.DefaultConfig;
import dev.ctrcfg.release.KeySchema;
import dev.ctrcfg.release.SchemaLevel;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.Map;
import java.util.Optional;

/** The settings outside {@code [plugins]}, with those that no file gives. */
final class TopLevel {

    private final ContainerdRelease release;

    TopLevel(ContainerdRelease release) {
        this.release = release;
    }

    /** What was loaded, with the default for everything else. */
    Branch withDefaults(Branch config) {
        return onto(DefaultConfig.topLevel(release), config);
    }

    /** What was loaded, in a struct whose other fields have no value. */
    Branch alone(Branch config) {
        TomlTable zeros = zeros(DefaultConfig.topLevel(release));
        Branch top = onto(zeros, config);
        Node plugins = config.get(LoadedFile.PLUGINS);
        if (plugins != null) {
            top.put(LoadedFile.PLUGINS, plugins);
        }
        return top;
    }

    /** Puts the default timeouts in the place of those that were loaded. */
    void restoreTimeouts(Branch top) {
        Node defaults = Branch.unwritten(DefaultConfig.topLevel(release)).get("timeouts");
        if (defaults != null) {
            top.put("timeouts", defaults);
        }
    }

    private static TomlTable zeros(TomlTable defaults) {
        TomlTable.Builder zeros = TomlTable.builder();
        for (Map.Entry<String, TomlValue> entry : defaults.entries().entrySet()) {
            if (!FileMerge.MAPS.contains(entry.getKey())) {
                zeros.put(entry.getKey(), zero(entry.getValue()));
            }
        }
        return zeros.build();
    }

    private static TomlValue zero(TomlValue value) {
        return switch (value.type()) {
            case STRING -> TomlValue.of("");
            case INTEGER -> TomlValue.of(0);
            case BOOLEAN -> TomlValue.of(false);
            case ARRAY -> TomlArray.of();
            case TABLE -> zeros((TomlTable) value);
            default -> value;
        };
    }

    private Branch onto(TomlTable shown, Branch config) {
        Branch given = config.deepCopy();
        given.remove(LoadedFile.PLUGINS);
        Branch top = Branch.unwritten(shown);
        new FileMerge(release, new Remarks()).merge(top, given);
        if (!release.keepsOptionsUndecoded()) {
            hideZeros(top, shown);
        }
        fillMaps(top);
        return top;
    }

    /** Settings that the default configuration does not show are shown when they have a value. */
    private static void hideZeros(Branch top, TomlTable shown) {
        for (String name : top.names()) {
            Node node = top.get(name);
            if (node == null) {
                continue;
            }
            Optional<TomlValue> known = shown.get(name);
            if (node instanceof Branch table && !FileMerge.MAPS.contains(name)) {
                hideZeros(table, known.orElse(TomlTable.EMPTY) instanceof TomlTable inner ? inner : TomlTable.EMPTY);
            }
            boolean nothing = node instanceof Branch table ? table.isEmpty() : GoValues.isZero(node.value());
            if (known.isEmpty() && nothing) {
                top.remove(name);
            }
        }
    }

    private void fillMaps(Branch top) {
        SchemaLevel root =
                KeySchema.of(release).section(KeySchema.TOP_LEVEL).orElseThrow().root();
        ZeroValues zeros = new ZeroValues(release);
        for (String name : FileMerge.MAPS) {
            Optional<SchemaLevel> setting = root.child(name);
            Optional<SchemaLevel> entry = setting.isPresent() ? setting.get().anyName() : Optional.empty();
            Branch map = top.table(name);
            if (entry.isPresent() && map != null) {
                top.put(name, filled(map, zeros, entry.get()));
            }
        }
    }

    private static Branch filled(Branch map, ZeroValues zeros, SchemaLevel level) {
        Branch filled = map.at(map.written());
        for (String name : map.names()) {
            if (map.get(name) instanceof Branch entry && entry.written() != null) {
                Branch whole = entry.at(entry.written());
                zeros.fill(whole, level);
                filled.put(name, whole);
            }
        }
        return filled;
    }
}
