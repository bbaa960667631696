// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli.report;

import dev.ctrcfg.lint.Finding;
import dev.ctrcfg.lint.Fix;
import dev.ctrcfg.lint.LintRule;
import dev.ctrcfg.lint.Rules;
import dev.ctrcfg.lint.Severity;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.Position;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** Writes findings as SARIF 2.1.0, for code scanning. */
public final class SarifFindings implements FindingsReport {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String TEXT = "text";

    private final String version;

    /**
     * Creates a report.
     *
     * @param version the version of ctrcfg
     */
    public SarifFindings(String version) {
        this.version = version;
    }

    @Override
    public void write(Iterable<FileFindings> files, PrintWriter out) {
        JsonText json = new JsonText(out);
        json.object()
                .field("$schema", SCHEMA)
                .field("version", "2.1.0")
                .name("runs")
                .array();
        json.object();
        tool(json);
        json.field("columnKind", "utf16CodeUnits").name("results").array();
        Fingerprints fingerprints = new Fingerprints();
        for (FileFindings file : files) {
            for (Finding finding : file.findings()) {
                result(json, finding, fingerprints.next(finding));
            }
        }
        json.endArray().endObject().endArray().endObject();
    }

    private void tool(JsonText json) {
        json.name("tool").object().name("driver").object();
        json.field("name", "ctrcfg").field("version", version).name("rules").array();
        for (LintRule rule : Rules.all()) {
            json.object().field("id", rule.id());
            json.name("shortDescription").object().field(TEXT, rule.summary()).endObject();
            json.name("help")
                    .object()
                    .field(TEXT, rule.page())
                    .field("markdown", rule.page())
                    .endObject();
            json.name("defaultConfiguration")
                    .object()
                    .field("level", level(rule.severity()))
                    .endObject();
            json.endObject();
        }
        json.endArray().endObject().endObject();
    }

    private static String level(Severity severity) {
        return severity == Severity.INFO ? "note" : severity.toString();
    }

    private static void result(JsonText json, Finding finding, String fingerprint) {
        json.object().field("ruleId", finding.rule()).field("ruleIndex", index(finding.rule()));
        json.field("level", level(finding.severity()));
        json.name("message").object();
        json.field(TEXT, finding.message() + " (containerd " + finding.releases() + ")")
                .endObject();
        json.name("locations").array().object().name("physicalLocation").object();
        artifact(json, finding.place().file());
        region(json.name("region"), finding.place().start(), finding.place().end());
        json.endObject().endObject().endArray();
        json.name("partialFingerprints")
                .object()
                .field("ctrcfg/v1", fingerprint)
                .endObject();
        if (finding.fix().isPresent()) {
            fix(json, finding.place().file(), finding.fix().get());
        }
        json.name("properties").object().field("releases", finding.releases());
        json.field("key", finding.key().map(Key::toString).orElse(""))
                .endObject()
                .endObject();
    }

    private static int index(String id) {
        List<LintRule> rules = Rules.all();
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private static void artifact(JsonText json, String file) {
        json.name("artifactLocation").object().field("uri", uri(file)).endObject();
    }

    /** The name of a file as a URI, relative where the name is. */
    static String uri(String file) {
        try {
            boolean relative = !file.startsWith("/");
            String path = new URI(null, null, relative ? "./" + file : file, null).getRawPath();
            return relative ? path.substring(2) : "file://" + path;
        } catch (URISyntaxException e) {
            return "unknown";
        }
    }

    private static void region(JsonText json, Position start, Position end) {
        json.object();
        json.field("startLine", start.line()).field("startColumn", start.column());
        json.field("endLine", end.line()).field("endColumn", end.column());
        json.endObject();
    }

    private static void fix(JsonText json, String file, Fix fix) {
        json.name("fixes").array().object();
        json.name("description").object().field(TEXT, fix.description()).endObject();
        json.name("artifactChanges").array().object();
        artifact(json, file);
        json.name("replacements").array();
        for (Fix.Edit edit : fix.edits()) {
            json.object();
            region(json.name("deletedRegion"), edit.start(), edit.end());
            json.name("insertedContent")
                    .object()
                    .field(TEXT, edit.replacement())
                    .endObject()
                    .endObject();
        }
        json.endArray().endObject().endArray().endObject().endArray();
    }
}
