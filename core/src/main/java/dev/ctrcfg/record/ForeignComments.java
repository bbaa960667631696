// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.record;

import dev.ctrcfg.toml.TextEdit;
import dev.ctrcfg.toml.TomlDocument;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The comments that somebody else has put into a document. */
final class ForeignComments {

    private final Set<String> ours = new HashSet<>();

    ForeignComments(TomlDocument left) {
        Lines lines = new Lines(left);
        for (int i = 0; i < lines.count(); i++) {
            ours.add(lines.get(i).strip());
        }
    }

    /** Whether edits take out a comment line that is not ours. */
    boolean loseLine(TomlDocument document, List<TextEdit> edits) {
        return lose(document, edits, false);
    }

    /** Whether edits take out a comment that is not ours, on a line of its own or behind something. */
    boolean loseAny(TomlDocument document, List<TextEdit> edits) {
        return lose(document, edits, true);
    }

    private boolean lose(TomlDocument document, List<TextEdit> edits, boolean behind) {
        for (TextEdit edit : edits) {
            if (lose(document.text(edit.span()), behind)) {
                return true;
            }
        }
        return false;
    }

    private boolean lose(String removed, boolean behind) {
        int from = 0;
        while (from < removed.length()) {
            int feed = removed.indexOf('\n', from);
            int end = feed < 0 ? removed.length() : feed;
            String line = removed.substring(from, end).strip();
            boolean comment = behind ? line.indexOf('#') >= 0 : line.startsWith("#");
            if (comment && !ours.contains(line)) {
                return true;
            }
            from = end + 1;
        }
        return false;
    }
}
