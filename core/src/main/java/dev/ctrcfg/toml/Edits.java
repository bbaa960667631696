// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arithmetic on lists of edits, each sorted and without overlaps. */
final class Edits {

    private static final Comparator<TextEdit> BY_PLACE = new ByPlace();

    private Edits() {}

    /** A class of its own, as the first lambda of a process costs milliseconds. */
    private static final class ByPlace implements Comparator<TextEdit> {

        @Override
        public int compare(TextEdit a, TextEdit b) {
            return a.span().compareTo(b.span());
        }
    }

    /** The bytes with the edits made. */
    static byte[] apply(byte[] bytes, List<TextEdit> edits) {
        byte[][] added = new byte[edits.size()][];
        int length = bytes.length;
        for (int i = 0; i < added.length; i++) {
            added[i] = edits.get(i).replacement().getBytes(StandardCharsets.UTF_8);
            length = Math.addExact(length, added[i].length - edits.get(i).span().length());
        }
        byte[] edited = new byte[length];
        int from = 0;
        int to = 0;
        for (int i = 0; i < added.length; i++) {
            Span span = edits.get(i).span();
            System.arraycopy(bytes, from, edited, to, span.start() - from);
            to += span.start() - from;
            System.arraycopy(added[i], 0, edited, to, added[i].length);
            to += added[i].length;
            from = span.end();
        }
        System.arraycopy(bytes, from, edited, to, bytes.length - from);
        return edited;
    }

    /** The edits that take the result back to the bytes. */
    static List<TextEdit> inverse(byte[] bytes, List<TextEdit> edits) {
        List<TextEdit> inverse = new ArrayList<>(edits.size());
        int shift = 0;
        for (TextEdit edit : edits) {
            Span span = edit.span();
            int length = utf8Length(edit.replacement());
            String old = new String(bytes, span.start(), span.length(), StandardCharsets.UTF_8);
            int start = span.start() + shift;
            inverse.add(new TextEdit(new Span(start, start + length), old));
            shift += length - span.length();
        }
        return inverse;
    }

    static int utf8Length(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) >= 0x80) {
                return text.getBytes(StandardCharsets.UTF_8).length;
            }
        }
        return length;
    }

    /** Sorts edits by place and refuses overlaps; insertions at one place stay in their order. */
    static List<TextEdit> sorted(List<TextEdit> edits) {
        List<TextEdit> sorted = new ArrayList<>(edits);
        sorted.sort(BY_PLACE);
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).span().start() < sorted.get(i - 1).span().end()) {
                throw new IllegalArgumentException(
                        "two edits overlap at byte " + sorted.get(i).span().start());
            }
        }
        return sorted;
    }

    /** A piece of a text: a stretch of the first text, or new bytes. */
    private record Piece(int start, int end, byte @Nullable [] added) {

        int length() {
            return end - start;
        }

        Piece cut(int from, int to) {
            return new Piece(start + from, start + to, added);
        }
    }

    /** The edits on the first text that do what two lists of edits do one after the other. */
    static List<TextEdit> compose(byte[] first, List<TextEdit> earlier, List<TextEdit> later) {
        if (earlier.isEmpty()) {
            return later;
        }
        List<Piece> pieces = replace(List.of(new Piece(0, first.length, null)), earlier);
        return edits(replace(pieces, later), first.length);
    }

    private static List<Piece> replace(List<Piece> pieces, List<TextEdit> edits) {
        List<Piece> replaced = new ArrayList<>();
        int position = 0;
        int next = 0;
        for (Piece piece : pieces) {
            int end = position + piece.length();
            int from = 0;
            while (next < edits.size() && edits.get(next).span().start() <= end) {
                Span span = edits.get(next).span();
                if (span.start() == end && span.length() > 0) {
                    break;
                }
                int start = Math.max(0, span.start() - position);
                if (span.start() >= position) {
                    addPiece(replaced, piece.cut(from, Math.max(from, start)));
                    byte[] added = edits.get(next).replacement().getBytes(StandardCharsets.UTF_8);
                    addPiece(replaced, new Piece(0, added.length, added));
                }
                from = Math.min(piece.length(), span.end() - position);
                if (span.end() > end) {
                    break;
                }
                next++;
            }
            addPiece(replaced, piece.cut(from, piece.length()));
            position = end;
        }
        for (; next < edits.size(); next++) {
            byte[] added = edits.get(next).replacement().getBytes(StandardCharsets.UTF_8);
            addPiece(replaced, new Piece(0, added.length, added));
        }
        return replaced;
    }

    private static void addPiece(List<Piece> pieces, Piece piece) {
        if (piece.length() > 0) {
            pieces.add(piece);
        }
    }

    private static List<TextEdit> edits(List<Piece> pieces, int length) {
        List<TextEdit> edits = new ArrayList<>();
        int at = 0;
        StringBuilder added = new StringBuilder();
        for (Piece piece : pieces) {
            byte[] bytes = piece.added();
            if (bytes != null) {
                added.append(new String(bytes, piece.start(), piece.length(), StandardCharsets.UTF_8));
            } else {
                addEdit(edits, new Span(at, piece.start()), added);
                at = piece.end();
            }
        }
        addEdit(edits, new Span(at, length), added);
        return edits;
    }

    private static void addEdit(List<TextEdit> edits, Span span, StringBuilder added) {
        if (span.length() > 0 || added.length() > 0) {
            edits.add(new TextEdit(span, added.toString()));
            added.setLength(0);
        }
    }
}
