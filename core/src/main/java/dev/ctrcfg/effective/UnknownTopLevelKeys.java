// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.toml.Entry;
import dev.ctrcfg.toml.Header;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.Span;
import java.util.List;
import java.util.Optional;

/**
 * Reports the keys outside {@code [plugins]} that no setting has.
 *
 * <p>containerd 2.0 and later warn of each header of an unknown table and of each unknown key, not of the keys in an
 * unknown table; earlier releases say nothing.
 */
final class UnknownTopLevelKeys {

    private static final String ID = "unknown-key";

    private final SourceFile file;
    private final Remarks remarks;

    UnknownTopLevelKeys(SourceFile file, Remarks remarks) {
        this.file = file;
        this.remarks = remarks;
    }

    void report(List<StrayKeys.Stray> unknown, boolean warned) {
        for (StrayKeys.Stray one : unknown) {
            Written written = one.node().written();
            if (written != null && warned) {
                warn(written.key());
            } else if (written != null) {
                remarks.ignored(ID, "no setting has this key", written);
            }
        }
    }

    private void warn(Key key) {
        boolean table = false;
        for (Header header : file.headersBeside(key)) {
            if (header.key().startsWith(key)) {
                table = true;
                add(
                        header.key(),
                        new Span(startOfName(header.span()), header.span().end()));
            }
        }
        if (!table) {
            warnOfValues(key);
        }
    }

    private int startOfName(Span header) {
        String text = file.text(header);
        int at = 0;
        while (text.charAt(at) == '[' || text.charAt(at) == ' ' || text.charAt(at) == '\t') {
            at++;
        }
        return header.start() + at;
    }

    private void warnOfValues(Key key) {
        int shown = 0;
        for (Entry entry : file.entriesBeside(key)) {
            if (entry.key().startsWith(key)) {
                add(entry.key(), entry.key().tail(shown), entry.keySpan());
                if (entry.key().equals(key)) {
                    return;
                }
            } else if (key.startsWith(entry.key())) {
                shown = entry.key().size(); // of a key in an inline table, only what is written there is told
            }
        }
    }

    private void add(Key key, Span span) {
        add(key, key, span);
    }

    private void add(Key key, Key shown, Span span) {
        String text = "Ignoring unknown key in TOML [" + blanks(shown) + "]";
        SourcePlace place = new SourcePlace(file, span);
        remarks.add(new Remark(Effect.UNKNOWN_KEY, text, Optional.of(key), Optional.of(place), Optional.of(ID)));
    }

    private static String blanks(Key key) {
        StringBuilder out = new StringBuilder();
        for (Key.Part part : key.parts()) {
            if (part instanceof Key.Name name) {
                out.append(out.length() == 0 ? "" : " ").append(name.text());
            }
        }
        return out.toString();
    }
}
