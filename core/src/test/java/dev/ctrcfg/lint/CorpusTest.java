// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.effective.ConfigSource;
import dev.ctrcfg.effective.EffectiveConfig;
import dev.ctrcfg.effective.Outcome;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.DefaultConfig;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.testing.Shared;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real files, and what people who know said about them. */
class CorpusTest {

    private static final Linter LINTER = new Linter(LintOptions.NONE);

    /** Which rules find what a label is about. */
    private static final Map<String, Set<String>> RULES = Map.ofEntries(
            Map.entry("unknown-key", Set.of("unknown-key", "misplaced-key")),
            Map.entry("deprecated-key", Set.of("removed-key", "deprecated-setting")),
            Map.entry("v1-id-in-v2", Set.of("short-plugin-id")),
            Map.entry("toml-syntax", Set.of("toml-syntax")),
            Map.entry("deprecated-runtime", Set.of("deprecated-shim")),
            Map.entry("k3s-template", Set.of("template-without-base")),
            Map.entry("no-version", Set.of("version-missing")),
            Map.entry("cri-disabled", Set.of("cri-disabled")),
            Map.entry("cgroup-driver", Set.of("cgroup-driver")),
            Map.entry("renamed-key", Set.of("renamed-key")),
            Map.entry("v2-id-in-v3", Set.of("old-plugin-id", "version-missing")),
            Map.entry("plugin-singular", Set.of("misspelt-plugins")),
            Map.entry("registry-conflict", Set.of("registry-conflict")),
            Map.entry("mixed-v1-v2", Set.of("mixed-plugin-ids")),
            Map.entry("v2-id-mismatch", Set.of("newer-plugin-id")),
            Map.entry("wrong-option", Set.of("unknown-option", "foreign-option")),
            Map.entry("placeholder", Set.of("placeholder")),
            Map.entry("systemd-cgroup-level", Set.of("runtime-v1-only", "removed-key")),
            Map.entry("quoted-path", Set.of("quoted-path")),
            Map.entry("misplaced-key", Set.of("misplaced-key", "unknown-key", "hosts-in-config")),
            Map.entry("unknown-plugin", Set.of("unknown-plugin")),
            Map.entry("runtime-incomplete", Set.of("runtime-type-missing")),
            Map.entry("registry-key", Set.of("registry-name")));

    private static final Set<String> UNSEEN = Set.of(
            "quoted-path",
            "mixed-plugin-ids",
            "short-plugin-id",
            "unknown-plugin",
            "unknown-option",
            "lost-in-migration",
            "deprecated-shim");

    private record Label(String id, int line, String kind, String severity) {}

    private static List<String[]> table(String name) throws IOException {
        List<String[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(Shared.require("corpus").resolve(name))) {
            rows.add(line.split("\t", -1));
        }
        return rows.subList(1, rows.size());
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> paths = Files.list(Shared.require("corpus").resolve(folder))) {
            return paths.sorted().toList();
        }
    }

    /** The path that each file had where it was found. */
    private static Map<String, String> origins() throws IOException {
        Map<String, String> origins = new HashMap<>();
        for (String[] row : table("INDEX.tsv")) {
            origins.put(row[0], row[3]);
        }
        return origins;
    }

    private static LintReport lint(Path file, Map<String, String> origins) throws IOException {
        String id = file.getFileName().toString().substring(0, 3);
        String origin = origins.getOrDefault(id, "");
        boolean toml = origin.contains(".toml") || origin.endsWith(".part");
        return LINTER.lint(toml ? origin : file.getFileName().toString(), Files.readAllBytes(file));
    }

    @Test
    void labelledMistakesAreFoundOnTheirLines() throws IOException {
        Map<String, Path> byId = new TreeMap<>();
        for (Path file : files("files")) {
            byId.put(file.getFileName().toString().substring(0, 3), file);
        }
        List<Label> missed = new ArrayList<>();
        int labels = 0;
        for (String[] row : table("LABELS.tsv")) {
            Label label = new Label(row[0], Integer.parseInt(row[1]), row[2], row[3]);
            if (label.severity.equals("error") || label.severity.equals("warning")) {
                labels++;
                LintReport report = lint(Objects.requireNonNull(byId.get(label.id)), origins());
                boolean found = report.findings().stream()
                        .anyMatch(finding -> Math.abs(finding.place().start().line() - label.line) <= 1
                                && RULES.getOrDefault(label.kind, Set.of()).contains(finding.rule()));
                if (!found) {
                    missed.add(label);
                }
            }
        }
        assertThat(missed).hasSizeLessThanOrEqualTo(labels / 20);
    }

    @Test
    void filesThatAreLabelledCleanHaveNoErrors() throws IOException {
        Set<String> clean = new HashSet<>();
        for (String[] row : table("LABELS.tsv")) {
            if (row[2].equals("clean")) {
                clean.add(row[0]);
            }
        }
        assertThat(clean).isNotEmpty();
        for (Path file : files("files")) {
            if (clean.contains(file.getFileName().toString().substring(0, 3))) {
                assertThat(errors(lint(file, origins()))).as(file.toString()).isEmpty();
            }
        }
    }

    private static List<Finding> errors(LintReport report) {
        return report.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(ReleaseLine.class)
    void defaultsHaveNoErrorsForTheirOwnRelease(ReleaseLine line) {
        ContainerdRelease release = line.newest();
        byte[] content = TomlDocument.of(DefaultConfig.of(release)).bytes();
        Linter linter = new Linter(LintOptions.NONE.forReleases(release));
        assertThat(errors(linter.lint("config.toml", content))).isEmpty();
    }

    @Test
    void recordedDefaultsHaveNoErrorsForTheirOwnRelease() throws IOException {
        try (Stream<Path> defaults = Files.list(Shared.require("containerd/defaults"))) {
            for (Path file : defaults.filter(path -> path.toString().endsWith(".toml"))
                    .sorted()
                    .toList()) {
                String version =
                        file.getFileName().toString().replace(".toml", "").replaceFirst("^[^0-9]*", "");
                Linter linter = new Linter(LintOptions.NONE.forReleases(ContainerdRelease.parse(version)));
                assertThat(errors(linter.lint("config.toml", Files.readAllBytes(file))))
                        .as(version)
                        .isEmpty();
            }
        }
    }

    /**
     * On the files that Debian's 2.1 reads without a word about unknown keys, errors are only of the kinds that it says
     * nothing of: tables of nobody, options that reach no shim, what its migration drops, what a pod shows.
     */
    @Test
    void filesThatContainerdReadsWithoutAWordHaveOnlyErrorsThatItDoesNotSee() throws IOException {
        Set<String> silent = new HashSet<>();
        for (String[] row : table("ORACLE.tsv")) {
            if (row[8].equals("0") && !row[10].contains("unknown key")) {
                silent.add(row[0]);
            }
        }
        assertThat(silent).hasSizeGreaterThan(100);
        Linter linter = new Linter(LintOptions.NONE.forReleases(ContainerdRelease.parse("2.1.9-deb")));
        Set<String> rules = new TreeSet<>();
        for (Path file : files("files")) {
            if (silent.contains(file.getFileName().toString().substring(0, 3))) {
                for (Finding error : errors(linter.lint(file.getFileName().toString(), Files.readAllBytes(file)))) {
                    rules.add(error.rule());
                }
            }
        }
        assertThat(rules).isSubsetOf(UNSEEN);
    }

    @Test
    void fixesLeaveNothingToFix() throws IOException {
        for (String folder : List.of("files", "hosts")) {
            for (Path file : files(folder)) {
                fix(file);
            }
        }
    }

    private static void fix(Path file) throws IOException {
        String name = file.getFileName().toString();
        try {
            TomlDocument document = TomlDocument.parse(Files.readAllBytes(file));
            TomlDocument fixed = Fixer.fix(LINTER, name, document);
            assertThat(LINTER.lint(name, fixed.bytes()).findings())
                    .as(name)
                    .noneMatch(finding -> finding.fix().isPresent());
            assertThat(Fixer.fix(LINTER, name, fixed)).isEqualTo(fixed);
            for (ReleaseLine line : ReleaseLine.values()) {
                if (line.isAtLeast(ReleaseLine.V1_4) && !fixed.equals(document)) {
                    assertThat(outcome(line, name, fixed))
                            .as("%s for %s", name, line)
                            .isLessThanOrEqualTo(outcome(line, name, document));
                }
            }
        } catch (TomlSyntaxException e) {
            assertThat(LINTER.lint(name, Files.readAllBytes(file)).findings()).isNotEmpty();
        }
    }

    private static Outcome outcome(ReleaseLine line, String name, TomlDocument document) {
        return EffectiveConfig.of(line.newest(), name, document, ConfigSource.none())
                .verdict()
                .outcome();
    }

    @Test
    void everyFileIsLintedWithoutATrace() throws IOException {
        for (String folder : List.of("files", "hosts", "templates", "kata")) {
            for (Path file : files(folder)) {
                byte[] content = Files.readAllBytes(file);
                assertThat(LINTER.lint(file.getFileName().toString(), content))
                        .as(file.toString())
                        .isNotNull();
                assertThat(LINTER.lint("hosts.toml", content))
                        .as(file.toString())
                        .isNotNull();
            }
        }
    }

    @Test
    void templatesAreKnownAsSuch() throws IOException {
        int known = 0;
        List<Path> templates = files("templates");
        for (Path file : templates) {
            LintReport report = LINTER.lint(file.getFileName().toString(), Files.readAllBytes(file));
            known += report.findings().stream()
                            .anyMatch(finding -> finding.rule().equals("unrendered-template")
                                    || finding.rule().equals("placeholder"))
                    ? 1
                    : 0;
        }
        assertThat(known).isGreaterThan(templates.size() * 8 / 10);
    }
}
