// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.record;

import dev.ctrcfg.toml.Span;
import dev.ctrcfg.toml.TextEdit;
import dev.ctrcfg.toml.TomlDocument;
import java.util.ArrayList;
import java.util.List;

/**
 * A text that we left, the one that we would have it go back to, and the one that it has become: finds the lines of the
 * last that are still ours, and the edits that take them back.
 */
final class ThreeTexts {

    private final Lines back;
    private final Lines current;
    private final List<Hunk> ours;
    private final List<Hunk> theirs;

    ThreeTexts(TomlDocument left, TomlDocument back, TomlDocument current) {
        Lines base = new Lines(left);
        this.back = new Lines(back);
        this.current = new Lines(current);
        ours = LineDiff.between(base, this.back);
        theirs = LineDiff.between(base, this.current);
    }

    /** The edits that lead from one text to another, whole lines each. */
    static List<TextEdit> between(TomlDocument from, TomlDocument to) {
        return new ThreeTexts(from, to, from).edits();
    }

    /** The edits on the current text that take our lines back where nobody else has changed any of them. */
    List<TextEdit> edits() {
        List<TextEdit> edits = new ArrayList<>();
        for (Hunk hunk : ours) {
            if (isFree(hunk)) {
                int from = place(hunk.oldStart());
                int to = hunk.isInsertion() ? from : place(hunk.oldEnd() - 1) + 1;
                Span span = new Span(current.start(from), current.start(to));
                edits.add(new TextEdit(span, back.join(hunk.newStart(), hunk.newEnd())));
            }
        }
        return edits;
    }

    private boolean isFree(Hunk hunk) {
        for (Hunk other : theirs) {
            if (hunk.overlaps(other)) {
                return false;
            }
        }
        return true;
    }

    /** Where a line that we left is now. */
    private int place(int line) {
        int shift = 0;
        for (Hunk hunk : theirs) {
            if (hunk.oldEnd() <= line) {
                shift += hunk.growth();
            }
        }
        return line + shift;
    }
}
