// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli.report;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** Writes JSON, two blanks for each level. */
final class JsonText {

    private static final String HEX = "0123456789abcdef";

    private final PrintWriter out;
    private int depth;
    private boolean isFirst = true;
    private boolean afterName;

    JsonText(PrintWriter out) {
        this.out = out;
    }

    JsonText object() {
        return open('{');
    }

    JsonText endObject() {
        return close('}');
    }

    JsonText array() {
        return open('[');
    }

    JsonText endArray() {
        return close(']');
    }

    private JsonText open(char bracket) {
        separate();
        out.print(bracket);
        depth++;
        isFirst = true;
        return this;
    }

    private JsonText close(char bracket) {
        depth--;
        if (!isFirst) {
            newline();
        }
        out.print(bracket);
        isFirst = false;
        if (depth == 0) {
            out.print('\n');
        }
        return this;
    }

    private void separate() {
        if (afterName) {
            afterName = false;
            return;
        }
        if (!isFirst) {
            out.print(',');
        }
        if (depth > 0) {
            newline();
        }
        isFirst = false;
    }

    private void newline() {
        out.print('\n');
        for (int i = 0; i < depth; i++) {
            out.print("  ");
        }
    }

    JsonText name(String name) {
        separate();
        quote(name);
        out.print(": ");
        afterName = true;
        return this;
    }

    JsonText value(@Nullable String text) {
        separate();
        if (text == null) {
            out.print("null");
        } else {
            quote(text);
        }
        return this;
    }

    JsonText value(long number) {
        separate();
        out.print(number);
        return this;
    }

    JsonText field(String name, @Nullable String value) {
        return name(name).value(value);
    }

    JsonText field(String name, long number) {
        return name(name).value(number);
    }

    private void quote(String text) {
        out.print('"');
        for (int i = 0; i < text.length(); i++) {
            character(text.charAt(i));
        }
        out.print('"');
    }

    private void character(char c) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\n' -> out.print("\\n");
            case '\r' -> out.print("\\r");
            case '\t' -> out.print("\\t");
            default -> {
                if (c < ' ' || c == 0x7f || Character.isSurrogate(c) || c >= '\u2028' && c <= '\u202e') {
                    escape(c);
                } else {
                    out.print(c);
                }
            }
        }
    }

    private void escape(char c) {
        out.print("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.print(HEX.charAt(c >> shift & 0xf));
        }
    }
}
