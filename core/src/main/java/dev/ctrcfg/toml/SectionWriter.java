// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.Map;

/** Writes tables as sections, with the habits of a section that is there. */
final class SectionWriter {

    private final StringBuilder out = new StringBuilder();
    private final String newline;
    private final String headerStep;
    private final String keyStep;
    private final InlineStyle style;
    private final char keyQuote;
    private final String equals;
    private int blankLines;

    SectionWriter(Layout layout, Section model, String newline) {
        this.newline = newline;
        headerStep = layout.headerStep();
        keyStep = layout.keyStep(model);
        style = layout.inline(model);
        keyQuote = layout.keyQuote(model);
        equals = layout.equalsSign(model);
    }

    /** Sets how many blank lines stand between two sections. */
    void blankLines(int count) {
        blankLines = count;
    }

    String text() {
        return out.toString();
    }

    String newline() {
        return newline;
    }

    /** Puts blank lines above what was written. */
    void blankLinesAbove() {
        out.insert(0, newline.repeat(blankLines));
    }

    /** Puts blank lines below what was written. */
    void blankLinesBelow() {
        out.append(newline.repeat(blankLines));
    }

    /** Writes a table, or an array of tables, with everything below it. */
    void write(String path, TomlValue value, String indent) {
        if (value instanceof TomlTable table) {
            table(path, table, indent);
        } else {
            for (TomlValue element : ((TomlArray) value).items()) {
                header("[" + path + "]", indent);
                body((TomlTable) element, indent);
                subTables(path, (TomlTable) element, indent + headerStep);
            }
        }
    }

    /** A table that holds nothing but tables needs no header of its own. */
    private void table(String path, TomlTable table, String indent) {
        boolean hasKeys = table.isEmpty();
        for (TomlValue value : table.entries().values()) {
            hasKeys |= !ValueText.of(value).hasHeaders();
        }
        if (hasKeys) {
            header(path, indent);
            body(table, indent);
        }
        subTables(path, table, hasKeys ? indent + headerStep : indent);
    }

    /** Writes a header in single brackets. */
    void header(String path, String indent) {
        if (out.length() > 0) {
            out.append(newline.repeat(blankLines));
        }
        out.append(indent).append('[').append(path).append(']').append(newline);
    }

    private void body(TomlTable table, String indent) {
        for (Map.Entry<String, TomlValue> entry : table.entries().entrySet()) {
            ValueText value = ValueText.of(entry.getValue());
            if (!value.hasHeaders()) {
                line(entry.getKey(), value, indent);
            }
        }
    }

    /** Writes a key/value below a header with an indentation. */
    void line(String name, ValueText value, String indent) {
        out.append(indent).append(keyStep);
        TomlWriter.appendKey(out, name, style.quote());
        out.append(equals).append(value.inline(style)).append(newline);
    }

    private void subTables(String path, TomlTable table, String indent) {
        for (Map.Entry<String, TomlValue> entry : table.entries().entrySet()) {
            if (ValueText.of(entry.getValue()).hasHeaders()) {
                StringBuilder longer = new StringBuilder(path).append('.');
                TomlWriter.appendKey(longer, entry.getKey(), keyQuote);
                write(longer.toString(), entry.getValue(), indent);
            }
        }
    }
}
