// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

/** Writes another name wherever a table or key is named. */
final class Renaming {

    private final Draft draft;

    Renaming(Draft draft) {
        this.draft = draft;
    }

    void rename(int symbol, String name) {
        Tape tape = draft.tape;
        for (int node = 0; node < tape.size(); node++) {
            if (tape.isKey(node) && tape.link(node) == symbol) {
                StringBuilder spelt = new StringBuilder();
                TomlWriter.appendKey(spelt, name, draft.layout().quoteOf(node));
                draft.replace(tape.start(node), tape.end(node), spelt.toString());
            }
        }
    }

    /** Writes another path to a table in every header that passes through it; headers stay where they are. */
    void moveHeaders(int symbol, Key to) {
        Tape tape = draft.tape;
        for (int node = 0; node < tape.size(); node++) {
            if (tape.kind(node) == Node.HEADER_KEY && tape.link(node) == symbol) {
                int first = node;
                while (tape.kind(first - 1) == Node.HEADER_KEY) {
                    first--;
                }
                draft.replace(tape.start(first), tape.end(node), spelt(to, first, node));
            }
        }
    }

    private String spelt(Key to, int first, int last) {
        Tape tape = draft.tape;
        char quote = draft.layout().keyQuote();
        for (int node = last; node >= first; node--) {
            if (tape.has(node, Node.BASIC_KEY | Node.LITERAL_KEY)) {
                quote = draft.layout().quoteOf(node);
            }
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < to.size(); i++) {
            if (i > 0) {
                out.append('.');
            }
            TomlWriter.appendKey(out, to.name(i), quote);
        }
        return out.toString();
    }
}
