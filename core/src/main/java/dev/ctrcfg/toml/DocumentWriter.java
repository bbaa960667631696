// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.Map;

/** Writes a table as a document: key/values first, then a header for each table in it, indented by depth. */
final class DocumentWriter {

    private static final String INDENTATION = "  ";

    private final StringBuilder out = new StringBuilder();

    private DocumentWriter() {}

    static String write(TomlTable root) {
        DocumentWriter writer = new DocumentWriter();
        writer.content("", root, 0);
        return writer.out.toString();
    }

    private void content(String path, TomlTable table, int depth) {
        for (Map.Entry<String, TomlValue> entry : table.entries().entrySet()) {
            if (!hasHeader(entry.getValue())) {
                out.append(INDENTATION.repeat(depth));
                TomlWriter.appendKey(out, entry.getKey());
                out.append(" = ").append(entry.getValue().toToml()).append('\n');
            }
        }
        for (Map.Entry<String, TomlValue> entry : table.entries().entrySet()) {
            if (hasHeader(entry.getValue())) {
                section(path + (path.isEmpty() ? "" : ".") + Key.of(entry.getKey()), entry.getValue(), depth);
            }
        }
    }

    private void section(String path, TomlValue value, int depth) {
        if (value instanceof TomlTable table) {
            header("[" + path + "]", depth);
            content(path, table, depth + 1);
            return;
        }
        for (TomlValue element : ((TomlArray) value).items()) {
            header("[[" + path + "]]", depth);
            content(path, (TomlTable) element, depth + 1);
        }
    }

    private void header(String header, int depth) {
        out.append(out.length() == 0 ? "" : "\n");
        out.append(INDENTATION.repeat(depth)).append(header).append('\n');
    }

    private static boolean hasHeader(TomlValue value) {
        return value instanceof TomlTable || value instanceof TomlArray array && isArrayOfTables(array);
    }

    private static boolean isArrayOfTables(TomlArray array) {
        for (TomlValue element : array.items()) {
            if (!(element instanceof TomlTable)) {
                return false;
            }
        }
        return array.size() > 0;
    }
}
