// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlBoolean;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlSyntaxException;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of a preset's parameters, to be filled in. */
final class Filling {

    private final Map<String, TomlValue> values;

    private Filling(Map<String, TomlValue> values) {
        this.values = values;
    }

    static Filling of(TomlTable defaults, Map<String, String> given) {
        Map<String, TomlValue> values = new LinkedHashMap<>(defaults.entries());
        for (Map.Entry<String, String> entry : given.entrySet()) {
            TomlValue fallback = values.get(entry.getKey());
            if (fallback == null) {
                throw new IllegalArgumentException(
                        "there is no parameter " + entry.getKey() + ", only " + names(defaults));
            }
            values.put(entry.getKey(), value(entry.getKey(), fallback, entry.getValue()));
        }
        return new Filling(values);
    }

    private static String names(TomlTable parameters) {
        StringBuilder out = new StringBuilder();
        for (String name : parameters.entries().keySet()) {
            out.append(out.length() == 0 ? "" : ", ").append(name);
        }
        return out.length() == 0 ? "none" : out.toString();
    }

    /** A text as a value of the type that the default has; a parameter that is empty by default takes any. */
    private static TomlValue value(String name, TomlValue fallback, String text) {
        if (fallback instanceof TomlString string) {
            boolean flag = string.value().isEmpty() && (text.equals("true") || text.equals("false"));
            return flag ? TomlValue.of(text.equals("true")) : TomlValue.of(text);
        }
        TomlValue value = parsed(text);
        if (value != null && value.type() == fallback.type()) {
            return value;
        }
        if (fallback instanceof TomlArray) {
            return text.isEmpty() ? TomlArray.of() : TomlArray.of(TomlValue.of(text));
        }
        if (text.isEmpty()) {
            return TomlValue.of("");
        }
        throw new IllegalArgumentException("parameter " + name + " is " + Kinds.describe(fallback) + ", not " + text);
    }

    private static @Nullable TomlValue parsed(String text) {
        try {
            return TomlValue.parse(text);
        } catch (TomlSyntaxException | IllegalArgumentException e) {
            return null;
        }
    }

    /** Whether a parameter is neither empty nor false. */
    boolean isOn(String parameter) {
        TomlValue value = values.get(parameter);
        return value != null && !isEmpty(value) && !(value instanceof TomlBoolean flag && !flag.value());
    }

    private static boolean isEmpty(TomlValue value) {
        return value instanceof TomlString text && text.value().isEmpty()
                || value instanceof TomlArray array && array.size() == 0;
    }

    TomlTable fill(TomlTable table) {
        TomlTable.Builder filled = TomlTable.builder();
        for (Map.Entry<String, TomlValue> entry : table.entries().entrySet()) {
            TomlValue value = fill(entry.getValue());
            boolean vanishes = value == null
                    || value.equals(TomlTable.EMPTY) && !entry.getValue().equals(TomlTable.EMPTY);
            if (!vanishes && value != null) {
                filled.put(text(entry.getKey()), value);
            }
        }
        return filled.build();
    }

    /** The value with parameters filled in; null if it is a parameter without a value. */
    private @Nullable TomlValue fill(TomlValue value) {
        if (value instanceof TomlTable table) {
            return fill(table);
        }
        if (value instanceof TomlArray array) {
            List<TomlValue> items = new ArrayList<>();
            for (TomlValue item : array.items()) {
                TomlValue filled = fill(item);
                if (filled != null) {
                    items.add(filled);
                }
            }
            return new TomlArray(items);
        }
        return value instanceof TomlString text ? string(text.value()) : value;
    }

    private @Nullable TomlValue string(String text) {
        boolean whole = text.startsWith("{") && text.indexOf('}') == text.length() - 1;
        TomlValue value = whole ? values.get(text.substring(1, text.length() - 1)) : null;
        if (value == null) {
            return TomlValue.of(text(text));
        }
        return isEmpty(value) ? null : value;
    }

    private String text(String template) {
        String text = template;
        for (Map.Entry<String, TomlValue> entry : values.entrySet()) {
            String mark = "{" + entry.getKey() + "}";
            if (text.contains(mark)) {
                TomlValue value = entry.getValue();
                text = text.replace(mark, value instanceof TomlString string ? string.value() : value.toToml());
            }
        }
        return text;
    }
}
