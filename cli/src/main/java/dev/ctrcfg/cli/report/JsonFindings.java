// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli.report;

import dev.ctrcfg.lint.Finding;
import dev.ctrcfg.lint.Fix;
import dev.ctrcfg.lint.Severity;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.Position;
import java.io.PrintWriter;

/**
 * Writes findings as JSON: an object with {@code findings}, an array of objects, and {@code summary}.
 *
 * <p>A finding has {@code rule}, {@code severity} ({@code error}, {@code warning} or {@code info}), {@code file}, {@code
 * line}, {@code column}, {@code endLine} and {@code endColumn} (from 1, in UTF-16 code units; the end is behind the last
 * character), {@code key} (a dotted key, or null), {@code message}, {@code releases} (such as {@code 1.5-1.7}), and
 * {@code fix}: null, or an object with {@code description} and {@code edits}, which have a place and a {@code
 * replacement}. The summary has {@code files}, {@code errors}, {@code warnings} and {@code infos}.
 */
public final class JsonFindings implements FindingsReport {

    @Override
    public void write(Iterable<FileFindings> files, PrintWriter out) {
        JsonText json = new JsonText(out);
        Counts counts = new Counts();
        json.object().name("findings").array();
        for (FileFindings file : files) {
            counts.add(file);
            for (Finding finding : file.findings()) {
                write(json, finding);
            }
        }
        json.endArray().name("summary").object();
        json.field("files", counts.files());
        json.field("errors", counts.of(Severity.ERROR));
        json.field("warnings", counts.of(Severity.WARNING));
        json.field("infos", counts.of(Severity.INFO));
        json.endObject().endObject();
    }

    private static void write(JsonText json, Finding finding) {
        json.object();
        json.field("rule", finding.rule());
        json.field("severity", finding.severity().toString());
        json.field("file", finding.place().file());
        place(json, finding.place().start(), finding.place().end());
        json.field("key", finding.key().map(Key::toString).orElse(null));
        json.field("message", finding.message());
        json.field("releases", finding.releases());
        json.name("fix");
        if (finding.fix().isPresent()) {
            fix(json, finding.fix().get());
        } else {
            json.value(null);
        }
        json.endObject();
    }

    private static void place(JsonText json, Position start, Position end) {
        json.field("line", start.line());
        json.field("column", start.column());
        json.field("endLine", end.line());
        json.field("endColumn", end.column());
    }

    private static void fix(JsonText json, Fix fix) {
        json.object().field("description", fix.description()).name("edits").array();
        for (Fix.Edit edit : fix.edits()) {
            json.object();
            place(json, edit.start(), edit.end());
            json.field("replacement", edit.replacement()).endObject();
        }
        json.endArray().endObject();
    }
}
