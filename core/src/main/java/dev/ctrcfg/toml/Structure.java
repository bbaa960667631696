// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

/** Removes, renames and places keys. */
final class Structure {

    private final Draft draft;
    private final Syntax syntax;

    Structure(Draft draft) {
        this.draft = draft;
        syntax = draft.syntax;
        draft.makeExclusive();
    }

    void remove(Key key, CommentPolicy comments) {
        Place place = Place.find(syntax, key);
        if (place == null) {
            return;
        }
        if (key.isRoot()) {
            throw draft.conflict(key, -1, "the root table cannot be removed");
        }
        boolean element = key.last() instanceof Key.Index;
        if (element && isValueArray(key.parent())) {
            int array = nodeOf(key.parent());
            new Delimited(draft, array).remove(((Key.Index) key.last()).value());
        } else {
            new Removal(draft, comments).remove(place.symbol());
        }
        if (element && !isValueArray(key.parent())) {
            expectWithoutElement(key);
        } else {
            draft.expectAbsent(emptied(key));
        }
    }

    /** The outermost table that only dotted keys make and that has nothing but what is removed. */
    private Key emptied(Key key) {
        Key gone = key;
        while (gone.size() > 1) {
            Place parent = require(gone.parent());
            boolean dotted = parent.symbol() >= 0 && syntax.symbols.kind(parent.symbol()) == Symbols.DOTTED;
            if (!dotted || syntax.nextSibling(syntax.firstChild(parent.symbol())) >= 0) {
                break;
            }
            gone = gone.parent();
        }
        return gone;
    }

    private void expectWithoutElement(Key key) {
        TomlArray old = (TomlArray) require(key.parent()).decode(syntax);
        if (old.size() == 1) {
            draft.expectAbsent(key.parent());
        } else {
            draft.expect(key.parent(), Values.with(old, key.tail(key.size() - 1), java.util.Optional.empty()));
        }
    }

    private boolean isValueArray(Key key) {
        Place place = require(key);
        return place.symbol() < 0 || syntax.symbols.kind(place.symbol()) == Symbols.VALUE;
    }

    private int nodeOf(Key key) {
        return require(key).node(syntax);
    }

    private Place require(Key key) {
        Place place = Place.find(syntax, key);
        if (place == null) {
            throw draft.conflict(key, -1, "there is no " + key);
        }
        return place;
    }

    void rename(Key key, String name) {
        Place place = require(key);
        if (key.isRoot() || key.last() instanceof Key.Index) {
            throw draft.conflict(key, -1, key + " has no name");
        }
        Key to = key.parent().child(name);
        if (to.equals(key)) {
            return;
        }
        requireFree(key, to);
        new Renaming(draft).rename(place.symbol(), name);
        TomlValue value = place.decode(syntax);
        draft.expectAbsent(key);
        draft.expect(to, value);
    }

    private void requireFree(Key key, Key to) {
        Place taken = Place.find(syntax, to);
        if (taken != null) {
            throw draft.conflict(key, taken.node(syntax), "cannot rename " + key + " to " + to + ": that exists");
        }
    }

    /** Whether headers alone make a table, so that it moves by writing another path into them. */
    static boolean isMadeByHeaders(Syntax syntax, Place place) {
        if (place.symbol() <= 0 || syntax.symbols.key(place.symbol()) < 0) {
            return false;
        }
        int kind = syntax.symbols.kind(place.symbol());
        for (int at = place.symbol(); at != Symbols.ROOT; at = syntax.symbols.parent(at)) {
            if (syntax.symbols.kind(at) == Symbols.ELEMENT) {
                return false;
            }
        }
        for (int node = 0; node < syntax.tape.size(); node++) {
            if (syntax.tape.kind(node) == Node.KEY && syntax.tape.link(node) == place.symbol()) {
                return false;
            }
        }
        return kind == Symbols.EXPLICIT || kind == Symbols.IMPLICIT || kind == Symbols.TABLES;
    }

    void moveHeaders(Key from, Key to) {
        Place place = require(from);
        requireFree(from, to);
        Target target = Target.of(syntax, to);
        int kind = target.kind(syntax);
        if (kind != Symbols.EXPLICIT && kind != Symbols.IMPLICIT || to.startsWith(from)) {
            throw draft.conflict(
                    from,
                    target.place().node(syntax),
                    "cannot move " + from + " to " + to + ": " + target.existing() + " cannot hold it");
        }
        new Renaming(draft).moveHeaders(place.symbol(), to);
        TomlValue value = place.decode(syntax);
        draft.expectAbsent(from);
        Key made = to.head(target.found() + 1);
        draft.expect(made, Values.with(TomlTable.EMPTY, to.tail(target.found() + 1), java.util.Optional.of(value)));
    }

    void insertBeside(Key anchor, String name, TomlValue value, boolean above) {
        Place place = require(anchor);
        Key key = anchor.parent().child(name);
        requireFree(anchor, key);
        int last = place.symbol() < 0 ? -1 : syntax.symbols.key(place.symbol());
        if (last < 0 || draft.tape.kind(last) != Node.KEY || !draft.tape.has(last, Node.FIRST)) {
            throw draft.conflict(anchor, place.node(syntax), anchor + " is not a key/value");
        }
        Delimited container = Delimited.around(draft, last);
        if (container == null) {
            insertLine(last, name, value, above);
        } else {
            StringBuilder entry = keyValue(name, value, container.equalsSign(), container.style());
            container.insert(container.indexOf(last) + (above ? 0 : 1), entry.toString());
        }
        draft.expect(key, value);
    }

    private static StringBuilder keyValue(String name, TomlValue value, String equals, InlineStyle style) {
        StringBuilder out = new StringBuilder();
        TomlWriter.appendKey(out, name, style.quote());
        out.append(equals);
        TomlWriter.append(out, value, style);
        return out;
    }

    private void insertLine(int anchor, String name, TomlValue value, boolean above) {
        Text text = draft.text;
        int start = draft.tape.start(anchor);
        InlineStyle style =
                InlineStyle.PLAIN.withQuote(draft.layout().quote(draft.outline().root()));
        StringBuilder line = new StringBuilder(text.indent(start));
        line.append(keyValue(name, value, draft.layout().equalsSign(anchor), style))
                .append(text.newline(start));
        int at = above
                ? text.commentBlockAbove(text.lineStart(start))
                : text.nextLine(draft.tape.end(draft.outline().valueOf(anchor)));
        draft.insertLines(at, line.toString(), text.newline(start));
    }
}
