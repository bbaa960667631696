// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.record;

import dev.ctrcfg.toml.TextEdit;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlOptions;
import dev.ctrcfg.toml.TomlValue;
import dev.ctrcfg.toml.TomlVersion;

/** Writes records, with the texts of files on lines of their own so that a person can read them. */
final class RecordWriter {

    static final String FORMAT = "record";
    static final String FILE = "file";
    static final String PATH = "path";
    static final String CREATED = "created";
    static final String BEFORE = "before";
    static final String EDIT = "edit";
    static final String START = "start";
    static final String END = "end";
    static final String TEXT = "text";

    /** The version of the format. */
    static final long VERSION = 1;

    /** How the texts in a record are read: a file of either version of TOML may be in there. */
    static final TomlOptions OPTIONS = TomlOptions.DEFAULT.with(TomlVersion.V1_1);

    private static final String HEAD = """
            # What ctrcfg changed in files, and what stood there before; ctrcfg revert takes it back.
            # Values stand here as they were, secrets too.
            """;

    private final StringBuilder out = new StringBuilder(HEAD);

    private RecordWriter() {}

    static TomlDocument write(PatchRecord record) {
        RecordWriter writer = new RecordWriter();
        writer.line(FORMAT, Long.toString(VERSION));
        for (FileRecord file : record.files()) {
            writer.file(file);
        }
        return TomlDocument.parse(writer.out.toString());
    }

    private void file(FileRecord file) {
        out.append("\n[[").append(FILE).append("]]\n");
        line(PATH, TomlValue.of(file.path()).toToml());
        line(CREATED, file.created() ? "true" : "false");
        text(BEFORE, file.before().text());
        for (TextEdit edit : file.edits()) {
            out.append("\n[[").append(FILE).append('.').append(EDIT).append("]]\n");
            line(START, Integer.toString(edit.span().start()));
            line(END, Integer.toString(edit.span().end()));
            text(TEXT, edit.replacement());
        }
    }

    private void line(String name, String value) {
        out.append(name).append(" = ").append(value).append('\n');
    }

    private void text(String name, String text) {
        out.append(name).append(" = \"\"\"\n");
        int quotes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quotes = c == '"' ? quotes + 1 : 0;
            if (quotes == 3 || quotes > 0 && i == text.length() - 1) {
                out.append("\\\"");
                quotes = 0;
            } else {
                append(c);
            }
        }
        out.append("\"\"\"\n");
    }

    private void append(char c) {
        if (c == '\\') {
            out.append("\\\\");
        } else if (c == '\r') {
            out.append("\\r");
        } else if (c < 0x20 && c != '\n' && c != '\t' || c == 0x7f) {
            out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
        } else {
            out.append(c);
        }
    }
}
