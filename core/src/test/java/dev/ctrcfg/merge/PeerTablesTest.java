// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ctrcfg.effective.ConfigSource;
import dev.ctrcfg.effective.EffectiveConfig;
import dev.ctrcfg.effective.Outcome;
import dev.ctrcfg.effective.SourceFile;
import dev.ctrcfg.io.Template;
import dev.ctrcfg.migrate.MigrationTarget;
import dev.ctrcfg.record.FileRecord;
import dev.ctrcfg.record.Reversal;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.KeySchema;
import dev.ctrcfg.testing.Shared;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tables that other tools test themselves with: in each row, what ctrcfg says is what the row says. */
class PeerTablesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the columns of a row come to with ctrcfg; each answer stands beside what the row expects. */
    private static final Map<String, Function<JsonNode, String>> TABLES = Map.ofEntries(
            entry("erofs-support", PeerTablesTest::erofs),
            entry("kops-config-version", row -> configVersion(row.path(0).asText())),
            entry("resolve-imports", row -> resolved(row.path(0), row.path(1))),
            entry("schema-version-for-release", row -> configVersion(row.path(0).asText())),
            entry("snapshotter-support", PeerTablesTest::snapshotter),
            entry("template-header-split", PeerTablesTest::split),
            entry("uninstall-disposition", PeerTablesTest::uninstall));

    /** Rows with another answer, and why. */
    private static final Map<String, String> DIFFERENT = Map.ofEntries(
            entry("erofs-support [\"containerd://3.0.0\",true]", "no containerd 3 is known, so nothing is said of it"),
            entry(
                    "kops-config-version [\"2.3.4\",\"flatcar\",3]",
                    "which containerd a distribution ships is asked of the binary, not of the distribution's name"),
            entry(
                    "kops-config-version [\"2.3.4\",\"containeros\",3]",
                    "which containerd a distribution ships is asked of the binary, not of the distribution's name"),
            entry(
                    "kops-config-version [null,\"ubuntu26.04\",3]",
                    "without a release a new file gets version 2, which every containerd since 1.3 reads"),
            entry(
                    "snapshotter-support [\"containerd://1.8.0\",true,true]",
                    "there is no containerd 1.8, and a mistyped release is better refused than guessed at"));

    @TestFactory
    Stream<DynamicTest> allButTheListedRowsAreMet() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        rows().forEach((name, row) -> tests.add(DynamicTest.dynamicTest(name, () -> check(name, row))));
        return tests.stream();
    }

    @Test
    void everyListedRowIsThere() throws IOException {
        assertThat(rows().keySet()).containsAll(DIFFERENT.keySet());
    }

    private static void check(String name, JsonNode row) {
        String table = name.substring(0, name.indexOf(' '));
        String expected = row.path(row.size() - 1).toString();
        String answer = Optional.ofNullable(TABLES.get(table))
                .orElseThrow(() -> new AssertionError("nobody handles " + table))
                .apply(row);
        if (DIFFERENT.containsKey(name)) {
            assertThat(answer).as(DIFFERENT.get(name)).isNotEqualTo(expected);
        } else {
            assertThat(answer).isEqualTo(expected);
        }
    }

    /** Every row of every table by the table's name and the row, in which the last column is what is expected. */
    private static Map<String, JsonNode> rows() throws IOException {
        Map<String, JsonNode> rows = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(Shared.require("peer-cases").resolve("_tables"))) {
            for (Path file : files.sorted().toList()) {
                String table = file.getFileName().toString().replace(".json", "");
                for (JsonNode row : rows(JSON.readTree(file.toFile()))) {
                    rows.put(table + " " + row, row);
                }
            }
        }
        return rows;
    }

    private static List<JsonNode> rows(JsonNode table) {
        List<JsonNode> rows = new ArrayList<>();
        table.path("rows").forEach(rows::add);
        for (String verdict : List.of("passing", "failing")) {
            table.path(verdict)
                    .forEach(release ->
                            rows.add(JSON.createArrayNode().add(release).add(verdict.equals("passing"))));
        }
        for (JsonNode lists : List.of(table, table.path("relative_glob"))) {
            if (lists.has("imports")) {
                rows.add(JSON.createArrayNode()
                        .add(table.path("existing"))
                        .add(lists.path("imports"))
                        .add(lists.path("resolved")));
            }
        }
        return rows;
    }

    private static String configVersion(String release) {
        try {
            return String.valueOf(MigrationTarget.of(ContainerdRelease.parse(release))
                    .version()
                    .number());
        } catch (IllegalArgumentException e) {
            return "\"error\"";
        }
    }

    /** The peer wants what mounts the layers, a plugin of its own. */
    private static String erofs(JsonNode row) {
        try {
            ContainerdRelease release = ContainerdRelease.parse(row.path(0).asText());
            return String.valueOf(KeySchema.of(release)
                    .section("io.containerd.mount-handler.v1.erofs")
                    .isPresent());
        } catch (IllegalArgumentException e) {
            return "false";
        }
    }

    /** Whether a patch that gives a runtime a snapshotter of its own passes for the release. */
    private static String snapshotter(JsonNode row) {
        ConfigPatch.Builder patch = ConfigPatch.builder("mapping")
                .set(Key.parse("runtimes.kata.runtime_type"), TomlValue.of("io.containerd.kata.v2"));
        if (row.path(1).asBoolean()) {
            patch.set(Key.parse("runtimes.kata.snapshotter"), TomlValue.of("devmapper"));
        }
        try {
            ContainerdRelease release = ContainerdRelease.parse(row.path(0).asText());
            MergeOptions options =
                    MergeOptions.DEFAULTS.forReleases(List.of(release)).forNewFile();
            TomlDocument nothing = TomlDocument.parse("");
            MergeResult result = Merger.apply(nothing, List.of(patch.build()), options);
            PatchCheck.Checked file =
                    new PatchCheck.Checked("/etc/containerd/config.toml", nothing, ConfigSource.none());
            return String.valueOf(PatchCheck.of(file, result, options).passes());
        } catch (IllegalArgumentException e) {
            return "\"error\"";
        }
    }

    /** The text that is read as TOML, if the lines above it are the ones that are not. */
    private static String split(JsonNode row) {
        byte[] input = row.path(0).asText().getBytes(UTF_8);
        String header = row.path(1).asText();
        if (Template.isTemplate("config.toml", input) == header.isEmpty()) {
            return "no template";
        }
        String readable = new String(Template.of("config.toml", input).readable(), UTF_8);
        String above = readable.substring(0, header.length());
        boolean lost = !header.isEmpty() && !above.startsWith("version = 3 #");
        return lost
                ? above
                : JSON.getNodeFactory()
                        .textNode(readable.substring(header.length()))
                        .toString();
    }

    /** The files that are read, in their order; then each in the list must be there. */
    private static String resolved(JsonNode existing, JsonNode imports) {
        Set<String> missing = new HashSet<>();
        imports.forEach(name -> missing.add(name.asText()));
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(
                "/dir/root.toml", "version = 3\nimports = " + imports.toString().replace("DIR", "/dir") + "\n");
        existing.forEach(name -> texts.put("/dir/" + name.asText(), "version = 3\n"));
        ContainerdRelease release = ContainerdRelease.parse("2.1");
        boolean whole = !missing.contains("current.toml");
        EffectiveConfig found = EffectiveConfig.load(release, new PeerFiles(texts), "/dir/root.toml");
        if ((found.verdict().outcome() == Outcome.EXITS) == whole) {
            return "loads without what is missing: " + found.verdict();
        }
        if (!whole) {
            texts.put("/dir/current.toml", "version = 3\n");
        }
        List<String> paths = new ArrayList<>();
        for (SourceFile file : EffectiveConfig.load(release, new PeerFiles(texts), "/dir/root.toml")
                .files()) {
            paths.add(file.path().replace("/dir/", "DIR/"));
        }
        return JSON.valueToTree(paths.subList(1, paths.size())).toString();
    }

    /** What reverting does by a record of no change, of a file that was made, and of one that was changed. */
    private static String uninstall(JsonNode row) {
        TomlDocument before = TomlDocument.parse("version = 2 # ours\n");
        TomlDocument after = TomlDocument.parse("version = 2 # ours\nroot = \"/x\"\n");
        Reversal reversal = record(row, before, after).revert(after);
        if (!reversal.changed()) {
            return "\"keep\"";
        }
        boolean restored = reversal.document().equals(before);
        return reversal.leavesNothing() ? "\"delete\"" : restored ? "\"restore\"" : "another file";
    }

    private static FileRecord record(JsonNode row, TomlDocument before, TomlDocument after) {
        boolean ours = row.path(1).asBoolean();
        boolean backup = row.path(2).asBoolean();
        return ours && !backup
                ? FileRecord.created("config.toml", after)
                : FileRecord.changed("config.toml", ours ? before : after, after);
    }
}
