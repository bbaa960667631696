// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Those of many moves that lead out of inline tables: such values are taken out before the others, and put back after. */
final class InlineMoves {

    private final TomlEditor editor;
    private final Moves all;
    private final Map<Key, String> taken = new LinkedHashMap<>();
    private final Map<Key, Comments> homeless = new LinkedHashMap<>();

    InlineMoves(TomlEditor editor, Map<Key, Key> moves) {
        this.editor = editor;
        all = new Moves(moves);
    }

    /** Takes values out of their inline tables, and says which moves are left. */
    Moves takeOut() {
        Map<Key, Key> left = new LinkedHashMap<>(all.targets());
        for (Key from : innermostFirst()) {
            if (isInline(from)) {
                Key to = Objects.requireNonNull(left.remove(from));
                Key along = new Moves(left).target(from);
                if (!to.equals(along)) {
                    take(from, to, along);
                }
            }
        }
        return new Moves(left);
    }

    /** The keys so that none is renamed before those below it are done. */
    private List<Key> innermostFirst() {
        List<Key> keys = new ArrayList<>(all.targets().keySet());
        keys.sort(Comparator.comparingInt(Key::size).reversed());
        return keys;
    }

    private boolean isInline(Key key) {
        Optional<Key> holder = holder(key);
        return holder.isPresent() && editor.find(key).isPresent();
    }

    /** The key/value whose inline table a key leads into. */
    private Optional<Key> holder(Key key) {
        for (int size = 1; size < key.size(); size++) {
            if (editor.isInlineTable(key.head(size))) {
                return Optional.of(key.head(size));
            }
        }
        return Optional.empty();
    }

    private void take(Key from, Key to, Key along) {
        boolean renamed = to.size() == along.size() && to.parent().equals(along.parent());
        if (renamed && to.last() instanceof Key.Name name) {
            editor.rename(from, name.text());
            return;
        }
        taken.put(to, written(from));
        editor.remove(from);
        for (Key above = from.parent(); isEmptyTable(above); above = above.parent()) {
            homeless.merge(to, editor.document().comments(above), InlineMoves::sum);
            editor.remove(above);
        }
    }

    private static Comments sum(Comments inner, Comments outer) {
        List<String> above = new ArrayList<>(outer.above());
        above.addAll(inner.above());
        outer.trailing().ifPresent(above::add);
        return new Comments(above, inner.trailing());
    }

    /** The value as it is written; a table that dotted keys make has no place of its own. */
    private String written(Key key) {
        Optional<Span> span = editor.spanOf(key);
        return span.isPresent()
                ? editor.document().text(span.get())
                : editor.find(key).orElseThrow().toToml();
    }

    private boolean isEmptyTable(Key key) {
        return editor.isInlineTable(key)
                && editor.find(key).filter(TomlTable.EMPTY::equals).isPresent();
    }

    /** Puts the values where they go, with the comments of tables that became empty. */
    void putBack() {
        taken.forEach(editor::setLiteral);
        homeless.forEach(this::comment);
    }

    private void comment(Key key, Comments comments) {
        Key line = key;
        while (holder(line).isPresent()) {
            line = line.parent();
        }
        List<String> above = new ArrayList<>(editor.document().comments(line).above());
        above.addAll(comments.above());
        comments.trailing().ifPresent(above::add);
        editor.setCommentAbove(line, String.join("\n", above));
    }
}
