// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A TOML document: the bytes it was read from, and what they mean.
 *
 * <p>A document never changes; every edit makes another one. Its text is always the text that was read, whatever that
 * contains: byte order mark, line ends, white space, comments, the spelling of numbers and strings. Documents are safe
 * for use by several threads.
 */
public final class TomlDocument {

    private final Syntax syntax;
    private final TomlOptions options;
    private @Nullable LineMap lines;
    private @Nullable TomlTable root;

    TomlDocument(Syntax syntax, TomlOptions options) {
        this.syntax = syntax;
        this.options = options;
    }

    /**
     * Reads a document of TOML 1.0.
     *
     * @param utf8 the text in UTF-8; it must not be changed afterwards
     * @return the document
     * @throws TomlSyntaxException if the text is not TOML, with every error found
     */
    public static TomlDocument parse(byte[] utf8) {
        return parse(utf8, TomlOptions.DEFAULT);
    }

    /**
     * Reads a document.
     *
     * @param utf8 the text in UTF-8; it must not be changed afterwards
     * @param options the version of TOML, and limits
     * @return the document
     * @throws TomlSyntaxException if the text is not TOML, with every error found
     */
    public static TomlDocument parse(byte[] utf8, TomlOptions options) {
        return new TomlDocument(new Parser(utf8, options).parse(), options);
    }

    /**
     * Reads a document of TOML 1.0.
     *
     * @param text the text
     * @return the document
     * @throws TomlSyntaxException if the text is not TOML, with every error found
     */
    public static TomlDocument parse(String text) {
        return parse(text, TomlOptions.DEFAULT);
    }

    /**
     * Reads a document.
     *
     * @param text the text
     * @param options the version of TOML, and limits
     * @return the document
     * @throws TomlSyntaxException if the text is not TOML, with every error found
     */
    public static TomlDocument parse(String text, TomlOptions options) {
        return parse(text.getBytes(StandardCharsets.UTF_8), options);
    }

    /**
     * {@return a document that says what a table says: every table with a header of its own, indented by its depth, and
     * its key/values before the tables in it}
     *
     * @param root the table
     */
    public static TomlDocument of(TomlTable root) {
        return parse(DocumentWriter.write(root));
    }

    Syntax syntax() {
        return syntax;
    }

    /** {@return how the document was read} */
    public TomlOptions options() {
        return options;
    }

    /** {@return a copy of the bytes that were read} */
    public byte[] bytes() {
        return syntax.bytes.clone();
    }

    /** {@return the number of bytes} */
    public int length() {
        return syntax.bytes.length;
    }

    /** {@return the text that was read, byte order mark included} */
    public String text() {
        return new String(syntax.bytes, StandardCharsets.UTF_8);
    }

    /**
     * {@return the text of a stretch of the document}
     *
     * @param span the stretch
     */
    public String text(Span span) {
        return new String(syntax.bytes, span.start(), span.length(), StandardCharsets.UTF_8);
    }

    /** {@return the faults that were read over because the options tolerate them} */
    public List<SyntaxError> faults() {
        return syntax.faults;
    }

    /** {@return what the document means} */
    public TomlTable root() {
        TomlTable known = root;
        if (known == null) {
            known = (TomlTable) syntax.decode(Symbols.ROOT);
            root = known;
        }
        return known;
    }

    /**
     * {@return the value at a key}
     *
     * @param key the key; the root key is the whole document
     */
    public Optional<TomlValue> find(Key key) {
        Place place = Place.find(syntax, key);
        return place == null ? Optional.empty() : Optional.of(place.decode(syntax));
    }

    /**
     * {@return whether there is a value or table at a key}
     *
     * @param key the key
     */
    public boolean contains(Key key) {
        return Place.find(syntax, key) != null;
    }

    /**
     * {@return where the value of a key stands: the value itself, or the header of a table; empty if nothing is there,
     * or if the table has no place of its own}
     *
     * @param key the key
     */
    public Optional<Span> spanOf(Key key) {
        Place place = Place.find(syntax, key);
        int node = place == null ? -1 : place.node(syntax);
        return node < 0 ? Optional.empty() : Optional.of(new Span(syntax.tape.start(node), syntax.tape.end(node)));
    }

    /**
     * {@return where the last part of a key is first written, in a header or before an {@code =}}
     *
     * @param key the key
     */
    public Optional<Span> keySpanOf(Key key) {
        Place place = Place.find(syntax, key);
        int node = place == null || place.symbol() < 0 ? -1 : syntax.symbols.key(place.symbol());
        return node < 0 ? Optional.empty() : Optional.of(new Span(syntax.tape.start(node), syntax.tape.end(node)));
    }

    /** {@return the key/values in the order of the text, those in inline tables behind the one that holds them} */
    public List<Entry> entries() {
        return List.copyOf(new Listing(syntax).entries());
    }

    /** {@return the headers in the order of the text} */
    public List<Header> headers() {
        return List.copyOf(new Listing(syntax).headers());
    }

    /**
     * {@return the comments that belong to a key: the lines directly above its line, and the one behind it; none for a
     * key without a line of its own}
     *
     * @param key the key
     */
    public Comments comments(Key key) {
        Place place = Place.find(syntax, key);
        return place == null ? Comments.NONE : Comments.of(syntax, place);
    }

    /** {@return where all comments stand, each from its {@code #} to the end of its line} */
    public List<Span> comments() {
        return List.copyOf(new CommentScan(syntax).comments());
    }

    /** {@return an editor that starts from this document} */
    public TomlEditor edit() {
        return new TomlEditor(this);
    }

    /**
     * {@return the document with some stretches replaced}
     *
     * @param edits the replacements, in any order and without overlaps; insertions at one place keep their order
     * @throws IllegalArgumentException if two of them overlap or one leads beyond the document
     * @throws TomlSyntaxException if the result is not TOML
     */
    public TomlDocument apply(List<TextEdit> edits) {
        if (edits.isEmpty()) {
            return this;
        }
        List<TextEdit> sorted = Edits.sorted(edits);
        if (sorted.get(sorted.size() - 1).span().end() > syntax.bytes.length) {
            throw new IllegalArgumentException("an edit leads beyond the document");
        }
        return parse(Edits.apply(syntax.bytes, sorted), options);
    }

    /**
     * {@return the line and column of an offset}
     *
     * @param offset an offset into the bytes
     */
    public Position position(int offset) {
        return lines().position(offset);
    }

    /**
     * {@return a message about a place in the document as compilers print it: place, message, source line and carets}
     *
     * @param fileName the name to print before line and column
     * @param span the place
     * @param message the message, in one line
     */
    public String render(String fileName, Span span, String message) {
        return render(fileName, span, message, Redaction.NONE);
    }

    /**
     * {@return a message about a place in the document as compilers print it: place, message, source line and carets}
     *
     * @param fileName the name to print before line and column
     * @param span the place
     * @param message the message, in one line
     * @param redaction what of the source line is not to be shown
     */
    public String render(String fileName, Span span, String message, Redaction redaction) {
        Position start = position(span.start());
        StringBuilder out = new StringBuilder(fileName);
        out.append(':').append(start.line()).append(':').append(start.column());
        out.append(": error: ").append(message);
        ShownText shown = new ShownText(this, redaction);
        int lineStart = Math.min(shown.textStart(start.line()), span.start());
        int lineEnd = lines().start(start.line() + 1);
        int column = shown.of(lineStart, span.start()).length() + 1;
        int length = shown.of(span.start(), Math.min(span.end(), lineEnd)).length();
        SourceExcerpt.append(out, shown.text(start.line()), column, length);
        return out.toString();
    }

    LineMap lines() {
        LineMap known = lines;
        if (known == null) {
            known = new LineMap(syntax.bytes);
            lines = known;
        }
        return known;
    }

    /** {@return whether the other object is a document with the same bytes} */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TomlDocument document && java.util.Arrays.equals(syntax.bytes, document.syntax.bytes);
    }

    @Override
    public int hashCode() {
        return java.util.Arrays.hashCode(syntax.bytes);
    }

    /** {@return the text} */
    @Override
    public String toString() {
        return text();
    }
}
