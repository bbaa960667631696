// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

/** Writes a scalar, or a whole value, in the place of another. */
final class Replacement {

    private final Draft draft;

    Replacement(Draft draft) {
        this.draft = draft;
    }

    /** Replaces a value on the tape; a string keeps the quotes of the one it replaces if these can hold it. */
    void replace(int node, ValueText value) {
        Tape tape = draft.tape;
        if (value.literal() == null && value.value() instanceof TomlString string && Node.isString(tape.kind(node))) {
            string(node, string.value());
        } else {
            draft.replace(tape.start(node), tape.end(node), value.inline(style(node)));
        }
    }

    private InlineStyle style(int node) {
        return draft.layout().inline(draft.outline().at(node));
    }

    private void string(int node, String value) {
        Tape tape = draft.tape;
        int start = tape.start(node);
        int end = tape.end(node);
        switch (tape.kind(node)) {
            case Node.LITERAL_STRING -> draft.replace(start, end, quoted(value, '\''));
            case Node.BASIC_STRING -> draft.replace(start, end, quoted(value, '"'));
            case Node.MULTI_LINE_BASIC_STRING -> multiLine(node, value, '"');
            default -> multiLine(node, value, '\'');
        }
    }

    private static String quoted(String value, char quote) {
        StringBuilder out = new StringBuilder();
        TomlWriter.appendString(out, value, quote);
        return out.toString();
    }

    /** A string on several lines stays one if it can be written so without escapes; only its text changes. */
    private void multiLine(int node, String value, char quote) {
        Tape tape = draft.tape;
        int start = tape.start(node);
        int end = tape.end(node);
        int from = start + 3;
        if (value.indexOf('\n') < 0
                || !fits(value, quote)
                || !draft.text.newline(start).equals("\n")) {
            draft.replace(start, end, quoted(value, quote));
            return;
        }
        boolean opensLine = draft.text.bytes[from] == '\n';
        draft.replace(from, end - 3, (opensLine || value.charAt(0) == '\n' ? "\n" : "") + value);
    }

    /** Whether a text can stand in a multi-line string as it is; a carriage return would not come back alone. */
    private static boolean fits(String value, char quote) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean control = c < 0x20 && c != '\t' && c != '\n' || c == 0x7f || Character.isSurrogate(c);
            if (control || quote == '"' && c == '\\') {
                return false;
            }
        }
        String three = "" + quote + quote + quote;
        return !value.contains(three) && !value.endsWith("" + quote);
    }
}
