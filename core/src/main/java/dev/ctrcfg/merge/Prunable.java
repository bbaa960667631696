// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import dev.ctrcfg.toml.Comments;
import dev.ctrcfg.toml.Header;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlTable;
import java.util.List;

/** Removes tables that a removal has left empty, as long as no comment speaks of them. */
final class Prunable {

    private final Draft draft;

    Prunable(Draft draft) {
        this.draft = draft;
    }

    /** Removes a table if it is empty, then the one that holds it, and so on. */
    void prune(Key table) {
        Key at = table;
        while (!at.isRoot() && TomlTable.EMPTY.equals(draft.get(at)) && !isCommented(at)) {
            draft.remove(at);
            at = at.parent();
        }
    }

    private boolean isCommented(Key table) {
        TomlDocument document = draft.document();
        Comments comments = document.comments(table);
        if (!comments.above().isEmpty() || comments.trailing().isPresent()) {
            return true;
        }
        List<Header> headers = document.headers();
        for (int i = 0; i < headers.size(); i++) {
            if (headers.get(i).key().equals(table)) {
                boolean last = i + 1 == headers.size();
                int end = last ? document.length() : headers.get(i + 1).span().start();
                return holdsComment(text(document, headers.get(i).span().end(), end), last);
            }
        }
        return false;
    }

    private static String text(TomlDocument document, int start, int end) {
        return document.text(new dev.ctrcfg.toml.Span(start, end));
    }

    /** Whether there is a comment behind a header, other than the one that stands directly above the next header. */
    private static boolean holdsComment(String text, boolean last) {
        int end = text.length();
        boolean ofNext = !last;
        while (end > 0) {
            int start = text.lastIndexOf('\n', end - 1);
            String line = text.substring(start + 1, end).strip();
            if (line.startsWith("#") && !ofNext) {
                return true;
            }
            ofNext = ofNext && (line.startsWith("#") || end == text.length());
            end = Math.max(start, 0);
            if (start <= 0) {
                break;
            }
        }
        return false;
    }
}
