// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the lines of a section for one release. The columns of a setting are its path, type, releases, default and
 * deprecation; a setting whose facts changed has several lines. A default begins with {@code =} if {@code config
 * default} prints it and with {@code ~} if it does not. A line that begins with {@code +} is what the default
 * configuration holds at a place whose names the file chooses: key, releases, value.
 */
final class SchemaReader {

    private static final TomlValue EMPTY_STRING = TomlValue.of("");
    private static final TomlValue EMPTY_ARRAY = TomlArray.of();
    private static final TomlValue ZERO = TomlValue.of(0);
    private static final TomlValue TRUE = TomlValue.of(true);
    private static final TomlValue FALSE = TomlValue.of(false);

    /** The sections that were read before, by {@link KeyCase} and id. */
    private static final ByLines<SchemaSection> SECTIONS = new ByLines<>();

    private SchemaReader() {}

    static SchemaSection section(SchemaText.Part part, ContainerdRelease release) {
        List<String> lines = new ArrayList<>();
        for (String line : SchemaText.get().lines(part.id(), release)) {
            if (line.charAt(0) != '+') {
                lines.add(line);
            }
        }
        String name = release.keyCase().name() + part.id();
        SchemaSection known = SECTIONS.find(name, lines);
        if (known == null) {
            known = section(part.id(), release.keyCase(), lines);
            SECTIONS.put(name, lines, known);
        }
        return known;
    }

    private static SchemaSection section(String id, KeyCase keyCase, List<String> lines) {
        Map<String, SchemaKey> keys = new LinkedHashMap<>();
        for (String line : lines) {
            SchemaKey key = key(id, line);
            keys.put(key.path(), key);
        }
        return new SchemaSection(id, keyCase, keys);
    }

    private static SchemaKey key(String section, String line) {
        String fallback = Resources.column(line, 3);
        Optional<TomlValue> value = fallback.isEmpty() ? Optional.empty() : Optional.of(value(fallback.substring(1)));
        KeyType type = KeyType.parse(Resources.column(line, 1));
        return new SchemaKey(section, Resources.column(line, 0), type, value, deprecation(Resources.column(line, 4)));
    }

    /** The commonest defaults need no parser. */
    static TomlValue value(String toml) {
        return switch (toml) {
            case "\"\"" -> EMPTY_STRING;
            case "[]" -> EMPTY_ARRAY;
            case "{}" -> TomlTable.EMPTY;
            case "0" -> ZERO;
            case "true" -> TRUE;
            case "false" -> FALSE;
            default -> isPlainString(toml) ? TomlValue.of(toml.substring(1, toml.length() - 1)) : TomlValue.parse(toml);
        };
    }

    private static boolean isPlainString(String toml) {
        return toml.charAt(0) == '"' && toml.indexOf('\\') < 0;
    }

    private static KeyDeprecation deprecation(String mark) {
        return switch (mark) {
            case "D" -> KeyDeprecation.DEPRECATED;
            case "d" -> KeyDeprecation.INHERITED;
            case "m" -> KeyDeprecation.MENTIONED;
            default -> KeyDeprecation.NONE;
        };
    }

    static ReleaseSet releases(String line) {
        return ReleaseSet.parse(Resources.column(line, line.charAt(0) == '+' ? 1 : 2));
    }

    /** All releases of a path, which may have several lines. */
    static Optional<ReleaseSet> releases(SchemaText.Part part, String path) {
        ReleaseSet found = null;
        for (String line : part.lines()) {
            if (line.startsWith(path) && line.indexOf('\t') == path.length()) {
                found = found == null ? releases(line) : found.plus(releases(line));
            }
        }
        return Optional.ofNullable(found);
    }
}
