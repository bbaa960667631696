// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.ArrayList;
import java.util.List;

/** Finds comments: they are what starts with a number sign between the tokens. */
final class CommentScan {

    private final Syntax syntax;
    private final Text text;
    private final List<Span> found = new ArrayList<>();
    private int at;

    CommentScan(Syntax syntax) {
        this.syntax = syntax;
        text = new Text(syntax.bytes);
        at = text.begin();
    }

    List<Span> comments() {
        Tape tape = syntax.tape;
        for (int node = 0; node < tape.size(); node++) {
            int kind = tape.kind(node);
            boolean holds = kind == Node.ARRAY || kind == Node.INLINE_TABLE || Node.isHeader(kind);
            if (!holds) {
                scan(tape.start(node));
                at = Math.max(at, tape.end(node));
            }
        }
        scan(syntax.bytes.length);
        return found;
    }

    private void scan(int to) {
        for (int mark = text.indexOf('#', at, to); mark >= 0; mark = text.indexOf('#', at, to)) {
            at = text.lineEnd(mark);
            found.add(new Span(mark, at));
        }
    }
}
