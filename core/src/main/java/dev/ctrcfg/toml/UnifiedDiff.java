// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.ArrayList;
import java.util.List;

/** Writes edits as a unified diff; the edits are the hunks, nothing is compared. */
public final class UnifiedDiff {

    private static final int CONTEXT = 3;
    private static final String NO_NEWLINE = "\\ No newline at end of file\n";

    private final TomlDocument before;
    private final List<Block> blocks;
    private final ShownText oldText;
    private final ShownText newText;
    private final StringBuilder out = new StringBuilder();

    /**
     * Lines that are replaced by others; lines count from 1, the end is behind the last.
     */
    private record Block(int oldStart, int oldEnd, int newStart, int newEnd) {}

    private UnifiedDiff(TomlDocument before, TomlDocument after, List<Block> blocks, Redaction redaction) {
        this.before = before;
        this.blocks = blocks;
        this.oldText = new ShownText(before, redaction);
        this.newText = new ShownText(after, redaction);
    }

    /**
     * {@return the edits of a document as a unified diff with three lines of context; empty if there are none}
     *
     * @param oldName the name of the document
     * @param newName the name of the result
     * @param before the document
     * @param edits edits of it, sorted and without overlaps, whose result is TOML
     */
    public static String of(String oldName, String newName, TomlDocument before, List<TextEdit> edits) {
        return of(oldName, newName, before, edits, Redaction.NONE);
    }

    /**
     * {@return the edits of a document as a unified diff with three lines of context; empty if there are none}
     *
     * @param oldName the name of the document
     * @param newName the name of the result
     * @param before the document
     * @param edits edits of it, sorted and without overlaps, whose result is TOML
     * @param redaction what of both texts is not to be shown
     */
    public static String of(
            String oldName, String newName, TomlDocument before, List<TextEdit> edits, Redaction redaction) {
        if (edits.isEmpty()) {
            return "";
        }
        TomlDocument after = before.apply(edits);
        UnifiedDiff diff = new UnifiedDiff(before, after, blocks(before, after, Edits.sorted(edits)), redaction);
        diff.out.append("--- ").append(oldName).append("\n+++ ").append(newName).append('\n');
        diff.write();
        return diff.out.toString();
    }

    private static List<Block> blocks(TomlDocument before, TomlDocument after, List<TextEdit> edits) {
        List<Block> blocks = new ArrayList<>();
        int shift = 0;
        for (TextEdit edit : edits) {
            int length = Edits.utf8Length(edit.replacement());
            Block block = block(before, after, edit.span(), shift, length);
            shift += length - edit.span().length();
            Block last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
            if (last != null && block.oldStart() <= last.oldEnd()) {
                blocks.set(
                        blocks.size() - 1,
                        new Block(
                                last.oldStart(),
                                Math.max(last.oldEnd(), block.oldEnd()),
                                last.newStart(),
                                Math.max(last.newEnd(), block.newEnd())));
            } else {
                blocks.add(block);
            }
        }
        List<Block> trimmed = new ArrayList<>();
        for (Block block : blocks) {
            Block trim = trim(before, after, block);
            if (trim.oldStart() < trim.oldEnd() || trim.newStart() < trim.newEnd()) {
                trimmed.add(trim);
            }
        }
        return trimmed;
    }

    private static Block block(TomlDocument before, TomlDocument after, Span span, int shift, int length) {
        int start = span.start() + shift;
        return new Block(
                before.lines().line(span.start()),
                endLine(before, span.end()),
                after.lines().line(start),
                endLine(after, start + length));
    }

    /** The line behind the one that an offset is on; a document that ends with a line end has no line behind that. */
    private static int endLine(TomlDocument document, int offset) {
        return Math.min(document.lines().line(offset) + 1, lineCount(document) + 1);
    }

    private static int lineCount(TomlDocument document) {
        int lines = document.lines().lines();
        return document.lines().start(lines) == document.length() ? lines - 1 : lines;
    }

    /** Leaves out lines at both ends that are the same on both sides. */
    private static Block trim(TomlDocument before, TomlDocument after, Block block) {
        int oldStart = Math.min(block.oldStart(), block.oldEnd());
        int newStart = Math.min(block.newStart(), block.newEnd());
        int oldEnd = block.oldEnd();
        int newEnd = block.newEnd();
        while (oldStart < oldEnd && newStart < newEnd && same(before, oldStart, after, newStart)) {
            oldStart++;
            newStart++;
        }
        while (oldStart < oldEnd && newStart < newEnd && same(before, oldEnd - 1, after, newEnd - 1)) {
            oldEnd--;
            newEnd--;
        }
        return new Block(oldStart, oldEnd, newStart, newEnd);
    }

    private static boolean same(TomlDocument before, int oldLine, TomlDocument after, int newLine) {
        return line(before, oldLine).equals(line(after, newLine));
    }

    private static String line(TomlDocument document, int line) {
        int start = document.lines().start(line);
        return document.text(new Span(start, document.lines().start(line + 1)));
    }

    private void write() {
        int first = 0;
        while (first < blocks.size()) {
            int last = first;
            while (last + 1 < blocks.size()
                    && blocks.get(last + 1).oldStart() - blocks.get(last).oldEnd() <= 2 * CONTEXT) {
                last++;
            }
            hunk(first, last);
            first = last + 1;
        }
    }

    private void hunk(int first, int last) {
        Block head = blocks.get(first);
        Block tail = blocks.get(last);
        int above = Math.min(CONTEXT, head.oldStart() - 1);
        int below = Math.min(CONTEXT, lineCount(before) + 1 - tail.oldEnd());
        range("@@ -", head.oldStart() - above, tail.oldEnd() + below);
        range(" +", head.newStart() - above, tail.newEnd() + below);
        out.append(" @@\n");
        int line = head.oldStart() - above;
        for (int i = first; i <= last; i++) {
            Block block = blocks.get(i);
            lines(' ', oldText, line, block.oldStart());
            lines('-', oldText, block.oldStart(), block.oldEnd());
            lines('+', newText, block.newStart(), block.newEnd());
            line = block.oldEnd();
        }
        lines(' ', oldText, line, tail.oldEnd() + below);
    }

    private void range(String mark, int start, int end) {
        int count = end - start;
        out.append(mark).append(count == 0 ? start - 1 : start);
        if (count != 1) {
            out.append(',').append(count);
        }
    }

    private void lines(char mark, ShownText shown, int from, int to) {
        for (int line = from; line < to; line++) {
            String text = shown.line(line);
            out.append(mark).append(text);
            if (!text.endsWith("\n")) {
                out.append('\n').append(NO_NEWLINE);
            }
        }
    }
}
