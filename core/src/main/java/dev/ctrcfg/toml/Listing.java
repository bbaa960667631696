// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists what a document holds in the order of the text. */
final class Listing {

    private final Syntax syntax;
    private final Tape tape;
    private final @Nullable Key[] keys;

    Listing(Syntax syntax) {
        this.syntax = syntax;
        tape = syntax.tape;
        keys = new Key[syntax.symbols.count()];
    }

    List<Header> headers() {
        List<Header> headers = new ArrayList<>();
        for (int node = 0; node < tape.size(); node++) {
            if (Node.isHeader(tape.kind(node))) {
                boolean element = tape.kind(node) == Node.ARRAY_HEADER;
                headers.add(new Header(key(tape.link(node)), element, span(node, node)));
            }
        }
        return headers;
    }

    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        collect(0, tape.size(), null, entries);
        return entries;
    }

    /** Collects key/values in a stretch of the tape; within an array their keys start with that of the element. */
    private void collect(int from, int to, @Nullable Key element, List<Entry> entries) {
        int node = from;
        while (node < to) {
            if (tape.kind(node) != Node.KEY) {
                node++;
                continue;
            }
            int first = node;
            while (tape.kind(node) == Node.KEY) {
                node++;
            }
            Key key = element == null ? key(tape.link(node - 1)) : below(element, first, node);
            entries.add(new Entry(key, syntax.decodeNode(node), span(first, node - 1), span(node, node)));
            within(key, node, element != null, entries);
            node = syntax.skip(node);
        }
    }

    /** Goes into a value; the key/values of inline tables outside arrays have symbols that know their keys. */
    private void within(Key key, int value, boolean inArray, List<Entry> entries) {
        if (tape.kind(value) == Node.INLINE_TABLE) {
            collect(value + 1, syntax.skip(value), inArray ? key : null, entries);
        } else if (tape.kind(value) == Node.ARRAY) {
            int index = 0;
            for (int item = value + 1; item < tape.link(value); item = syntax.skip(item)) {
                within(key.child(index++), item, true, entries);
            }
        }
    }

    private Key below(Key element, int first, int end) {
        Key key = element;
        for (int node = first; node < end; node++) {
            key = key.child(Decoder.key(syntax.bytes, tape, node));
        }
        return key;
    }

    /** The key of a symbol; each is worked out once. */
    Key key(int symbol) {
        Key known = keys[symbol];
        if (known == null) {
            known = symbol == Symbols.ROOT
                    ? Key.ROOT
                    : key(syntax.symbols.parent(symbol)).child(part(symbol));
            keys[symbol] = known;
        }
        return known;
    }

    private Key.Part part(int symbol) {
        if (syntax.symbols.key(symbol) >= 0) {
            return new Key.Name(syntax.name(symbol));
        }
        return new Key.Index(syntax.indexOf(symbol));
    }

    private Span span(int first, int last) {
        return new Span(tape.start(first), tape.end(last));
    }
}
