// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.Optional;

/** Moves values and tables to other keys, with their comments. */
final class Move {

    private final TomlEditor editor;

    Move(TomlEditor editor) {
        this.editor = editor;
    }

    void move(Key from, Key to) {
        TomlValue value = editor.find(from)
                .orElseThrow(() -> new EditConflictException(from, Optional.empty(), "there is no " + from));
        if (from.equals(to)) {
            return;
        }
        if (editor.find(to).isPresent()) {
            throw new EditConflictException(
                    from, editor.spanOf(to), "cannot move " + from + " to " + to + ": that exists");
        }
        Syntax syntax = editor.syntax();
        Place place = Place.find(syntax, from);
        if (!from.isRoot()
                && to.size() == from.size()
                && !to.isRoot()
                && to.parent().equals(from.parent())
                && to.last() instanceof Key.Name name) {
            editor.rename(from, name.text());
        } else if (place != null && Structure.isMadeByHeaders(syntax, place)) {
            editor.perform(from, draft -> new Structure(draft).moveHeaders(from, to));
        } else if (value instanceof TomlTable table && editor.spanOf(from).isEmpty()) {
            table.entries().keySet().forEach(name -> move(from.child(name), to.child(name)));
        } else {
            moveValue(from, to, value);
        }
    }

    private void moveValue(Key from, Key to, TomlValue value) {
        Comments comments = editor.document().comments(from);
        Optional<Span> span = editor.spanOf(from);
        String spelt = editor.document().text(span.orElseThrow());
        boolean header = spelt.startsWith("[") && (value instanceof TomlTable || editor.isArrayOfTables(from));
        editor.remove(from);
        if (header) {
            editor.set(to, value);
        } else {
            editor.setLiteral(to, spelt);
        }
        if (!comments.above().isEmpty()) {
            editor.setCommentAbove(to, String.join("\n", comments.above()));
        }
        comments.trailing().ifPresent(comment -> editor.setTrailingComment(to, comment));
    }
}
