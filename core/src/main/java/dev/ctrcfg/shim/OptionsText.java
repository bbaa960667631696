// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.shim;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlDateTime;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An options table as containerd writes it into {@code ConfigBody}: by go-toml 1 in 1.7, by go-toml 2 since. Both sort
 * keys by their bytes and put values before tables; they differ in quotes, indentation and blank lines.
 */
final class OptionsText {

    private final boolean second;
    private final StringBuilder out = new StringBuilder();

    private OptionsText(boolean second) {
        this.second = second;
    }

    static String of(TomlTable options, ContainerdRelease release) {
        return release.since(ReleaseLine.V2_0) ? second(options) : first(options);
    }

    /** By go-toml 1. */
    static String first(TomlTable options) {
        OptionsText text = new OptionsText(false);
        text.appendFirst(options, "", "");
        return text.out.toString();
    }

    private static String second(TomlTable options) {
        OptionsText text = new OptionsText(true);
        text.appendSecond(options, "");
        return text.out.toString();
    }

    /** Keys of values, then keys of tables, each by their bytes. */
    static List<String> sortedKeys(TomlTable table) {
        List<String> keys = new ArrayList<>();
        keys.addAll(sorted(table, false));
        keys.addAll(sorted(table, true));
        return keys;
    }

    private static List<String> sorted(TomlTable table, boolean tables) {
        Map<String, TomlValue> sorted = new TreeMap<>(ByteOrder.OF_UTF_8);
        for (Map.Entry<String, TomlValue> entry : table.entries().entrySet()) {
            if (isTable(entry.getValue()) == tables) {
                sorted.put(entry.getKey(), entry.getValue());
            }
        }
        return new ArrayList<>(sorted.keySet());
    }

    /** The order of the texts in UTF-8, which is that of their code points. */
    private static int compareBytes(String a, String b) {
        int i = 0;
        while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        if (i == a.length() || i == b.length()) {
            return Integer.compare(a.length(), b.length());
        }
        boolean middle = i > 0 && Character.isHighSurrogate(a.charAt(i - 1));
        int at = middle ? i - 1 : i;
        return Integer.compare(a.codePointAt(at), b.codePointAt(at));
    }

    /** Whether a value is written below a header of its own: tables, and arrays that hold nothing else. */
    private static boolean isTable(TomlValue value) {
        if (value instanceof TomlArray array) {
            return !array.items().isEmpty() && areTables(array);
        }
        return value instanceof TomlTable;
    }

    private void appendFirst(TomlTable table, String path, String indent) {
        for (String key : sorted(table, false)) {
            out.append(indent).append(key(key)).append(" = ");
            appendValue(table.get(key).orElseThrow());
            out.append('\n');
        }
        for (String key : sorted(table, true)) {
            String below = path.isEmpty() ? key(key) : path + "." + key(key);
            TomlValue value = table.get(key).orElseThrow();
            if (value instanceof TomlTable inner) {
                out.append('\n').append(indent).append('[').append(below).append("]\n");
                appendFirst(inner, below, indent + "  ");
            } else {
                for (TomlValue item : ((TomlArray) value).items()) {
                    out.append('\n').append(indent).append("[[").append(below).append("]]\n");
                    appendFirst((TomlTable) item, below, indent + "  ");
                }
            }
        }
    }

    private void appendSecond(TomlTable table, String path) {
        boolean blank = false;
        for (String key : sorted(table, false)) {
            out.append(key(key)).append(" = ");
            appendValue(table.get(key).orElseThrow());
            out.append('\n');
            blank = true;
        }
        for (String key : sorted(table, true)) {
            out.append(blank ? "\n" : "");
            appendSecondTable(
                    path.isEmpty() ? key(key) : path + "." + key(key),
                    table.get(key).orElseThrow());
            blank = true;
        }
    }

    private void appendSecondTable(String path, TomlValue value) {
        if (value instanceof TomlTable table) {
            out.append('[').append(path).append("]\n");
            appendSecond(table, path);
            return;
        }
        String blank = "";
        for (TomlValue item : ((TomlArray) value).items()) {
            out.append(blank).append("[[").append(path).append("]]\n");
            appendSecond((TomlTable) item, path);
            blank = "\n";
        }
    }

    private void appendValue(TomlValue value) {
        switch (value.type()) {
            case STRING -> out.append(string(GoText.of(value)));
            case FLOAT -> out.append(second ? GoText.decimal(value) : GoText.shortDecimal(value));
            case ARRAY -> appendArray((TomlArray) value);
            case TABLE -> appendInline((TomlTable) value);
            case INTEGER, BOOLEAN -> out.append(GoText.of(value));
            case DATE_TIME -> out.append(value.toToml());
        }
    }

    private void appendArray(TomlArray array) {
        String separator = "";
        out.append('[');
        for (TomlValue item : array.items()) {
            out.append(separator);
            appendValue(item);
            separator = ", ";
        }
        out.append(']');
    }

    /** Only inside of arrays that hold other values too. */
    private void appendInline(TomlTable table) {
        String separator = "";
        out.append('{');
        Map<String, TomlValue> sorted = new TreeMap<>(ByteOrder.OF_UTF_8);
        sorted.putAll(table.entries());
        for (Map.Entry<String, TomlValue> entry : sorted.entrySet()) {
            out.append(separator).append(key(entry.getKey())).append(" = ");
            appendValue(entry.getValue());
            separator = ", ";
        }
        out.append('}');
    }

    private String key(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean bare = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
            if (!bare) {
                return string(name);
            }
        }
        return name.isEmpty() && second ? "''" : name;
    }

    private String string(String text) {
        if (second && isLiteral(text)) {
            return "'" + text + "'";
        }
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            appendEscaped(quoted, text.charAt(i));
        }
        return quoted.append('"').toString();
    }

    private static boolean isLiteral(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'' || c < 0x20 && c != '\t' || c == 0x7f) {
                return false;
            }
        }
        return true;
    }

    private void appendEscaped(StringBuilder quoted, char c) {
        switch (c) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case '\b' -> quoted.append("\\b");
            case '\f' -> quoted.append("\\f");
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            default -> {
                boolean control = c < 0x1f || second && (c == 0x1f || c == 0x7f);
                quoted.append(control ? GoText.unicodeEscape(c) : String.valueOf(c));
            }
        }
    }

    /** The table as go-toml 1 takes it into its tree, where dates and times without an offset become strings. */
    static TomlTable withoutLocalTimes(TomlTable table) {
        Map<String, TomlValue> entries = new LinkedHashMap<>();
        for (Map.Entry<String, TomlValue> entry : table.entries().entrySet()) {
            entries.put(entry.getKey(), withoutLocalTimes(entry.getValue()));
        }
        return new TomlTable(entries);
    }

    private static TomlValue withoutLocalTimes(TomlValue value) {
        if (value instanceof TomlDateTime time && !(time.value() instanceof OffsetDateTime)) {
            return TomlValue.of(time.toToml());
        }
        if (value instanceof TomlArray array) {
            List<TomlValue> items = new ArrayList<>(array.size());
            for (TomlValue item : array.items()) {
                items.add(withoutLocalTimes(item));
            }
            return new TomlArray(items);
        }
        return value instanceof TomlTable table ? withoutLocalTimes(table) : value;
    }

    /** Whether an array that is not one of tables has a table in it, which go-toml 1 cannot take into its tree. */
    static boolean hasTableAmongValues(TomlTable table) {
        for (TomlValue value : table.entries().values()) {
            if (value instanceof TomlTable inner ? hasTableAmongValues(inner) : hasTableAmongValues(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasTableAmongValues(TomlValue value) {
        if (!(value instanceof TomlArray array)) {
            return false;
        }
        boolean tables = isTable(array);
        for (TomlValue item : array.items()) {
            boolean found = item instanceof TomlTable inner ? !tables || hasTableAmongValues(inner) : holdsTable(item);
            if (found) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsTable(TomlValue value) {
        if (value instanceof TomlTable) {
            return true;
        }
        if (value instanceof TomlArray array) {
            for (TomlValue item : array.items()) {
                if (holdsTable(item)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean areTables(TomlArray array) {
        for (TomlValue item : array.items()) {
            if (!(item instanceof TomlTable)) {
                return false;
            }
        }
        return true;
    }

    /** The order of Go's strings; no method reference, which is linked at run time. */
    private enum ByteOrder implements java.util.Comparator<String> {
        OF_UTF_8;

        @Override
        public int compare(String one, String other) {
            return compareBytes(one, other);
        }
    }
}
