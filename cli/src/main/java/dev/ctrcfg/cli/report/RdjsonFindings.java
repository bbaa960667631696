// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli.report;

import dev.ctrcfg.lint.ByteColumns;
import dev.ctrcfg.lint.Finding;
import dev.ctrcfg.lint.Fix;
import dev.ctrcfg.toml.Position;
import java.io.PrintWriter;
import java.util.Locale;

/** Writes findings as reviewdog's rdjson, with fixes as suggestions. */
public final class RdjsonFindings implements FindingsReport {

    @Override
    public void write(Iterable<FileFindings> files, PrintWriter out) {
        JsonText json = new JsonText(out);
        json.object();
        json.name("source").object().field("name", "ctrcfg").endObject();
        json.name("diagnostics").array();
        for (FileFindings file : files) {
            for (Finding finding : file.findings()) {
                write(json, finding);
            }
        }
        json.endArray().endObject();
    }

    private static void write(JsonText json, Finding finding) {
        Finding.Place place = finding.place();
        json.object();
        json.field("message", finding.message() + " (containerd " + finding.releases() + ")");
        json.name("location").object().field("path", place.file());
        range(json.name("range"), place.start(), place.end(), place.columns());
        json.endObject();
        json.field("severity", finding.severity().toString().toUpperCase(Locale.ROOT));
        json.name("code").object().field("value", finding.rule()).endObject();
        if (finding.fix().isPresent()) {
            json.name("suggestions").array();
            for (Fix.Edit edit : finding.fix().get().edits()) {
                json.object();
                range(json.name("range"), edit.start(), edit.end(), edit.columns());
                json.field("text", edit.replacement()).endObject();
            }
            json.endArray();
        }
        json.endObject();
    }

    /** The format counts bytes of UTF-8. */
    private static void range(JsonText json, Position start, Position end, ByteColumns columns) {
        json.object();
        position(json.name("start"), start.line(), columns.start());
        position(json.name("end"), end.line(), columns.end());
        json.endObject();
    }

    private static void position(JsonText json, int line, int column) {
        json.object().field("line", line).field("column", column).endObject();
    }
}
