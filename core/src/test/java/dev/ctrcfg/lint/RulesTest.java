// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.testing.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule is a class, a page, a folder of cases and an entry of the list; none may be without the others. */
class RulesTest {

    /** Rules that need to know more than a file, so that the example on their page cannot show them. */
    private static final Set<String> NEED_MORE = Set.of(
            "shim-not-installed",
            "binary-not-installed",
            "pause-image",
            "base-spec",
            "import-missing",
            "import-replaces",
            "import-unreadable",
            "import-version",
            "import-without-match",
            "drop-in-not-imported",
            "changes-meaning",
            "zero-value");

    static Stream<LintRule> rules() {
        return Rules.all().stream();
    }

    private static Set<String> ids() {
        return rules().map(LintRule::id).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyClassIsInTheListOnce() {
        Set<String> listed =
                rules().map(rule -> rule.getClass().getName()).collect(Collectors.toCollection(TreeSet::new));
        Set<String> classes = new ClassFileImporter()
                .importPackages("dev.ctrcfg.lint").stream()
                        .filter(type -> type.isAssignableTo(LintRule.class))
                        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(JavaClass::getName)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed).isEqualTo(classes).hasSameSizeAs(Rules.all());
        assertThat(ids()).hasSameSizeAs(Rules.all());
    }

    @Test
    void everyRuleHasAPageAndEveryPageARule() throws Exception {
        Path pages = Path.of(LintRule.class.getResource("rules").toURI());
        assertThat(names(pages))
                .isEqualTo(ids().stream().map(id -> id + ".md").collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyRuleHasAFolderOfCasesAndEveryFolderARule() throws IOException {
        assertThat(names(Shared.testdata("lint"))).isEqualTo(ids());
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> !name.equals("README.md"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void thePageNamesTheRuleAndTellsWhatWhyAndSinceWhen(LintRule rule) {
        assertThat(rule.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(rule.page()).startsWith("# " + rule.id() + ": ").contains("\n## Since\n");
        assertThat(rule.summary()).isNotBlank().doesNotEndWith(".");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theFolderHasACaseWithAFindingAndOneWithout(LintRule rule) throws IOException {
        try (Stream<LintCase> cases = LintCasesTest.cases()
                .filter(one -> Shared.testdata("lint").relativize(one.path()).startsWith(rule.id()))) {
            assertThat(cases.map(one -> one.wants().isEmpty()).collect(Collectors.toSet()))
                    .contains(true, false);
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theExamplesOnThePageAreBadAndGood(LintRule rule) {
        if (!rule.page().contains("## Bad")) {
            assertThat(NEED_MORE).contains(rule.id());
            return;
        }
        Example bad = Example.of(rule.page(), "Bad");
        assertThat(bad.lint().findings())
                .as(bad.text)
                .anyMatch(finding -> finding.rule().equals(rule.id()));
        Example good = Example.of(rule.page(), "Good");
        boolean sameName = !good.name.endsWith(".tmpl");
        assertThat(good.lint().findings())
                .as(good.text)
                .noneMatch(finding -> sameName && finding.rule().equals(rule.id()));
    }

    /** A block of code; behind {@code toml} may stand a file's name, or {@code containerd} and a version. */
    private record Example(String name, String release, String text) {

        static Example of(String page, String heading) {
            int start = page.indexOf("## " + heading + "\n\n```toml") + heading.length() + 12;
            int line = page.indexOf('\n', start);
            String info = page.substring(start, line).strip();
            String text = page.substring(line + 1, page.indexOf("```", line));
            boolean release = info.startsWith("containerd ");
            return new Example(
                    info.isEmpty() || release ? "config.toml" : info,
                    release ? info.substring("containerd ".length()) : "",
                    text);
        }

        LintReport lint() {
            LintOptions options = release.isEmpty()
                    ? LintOptions.NONE
                    : LintOptions.NONE.forReleases(ContainerdRelease.parse(release));
            return new Linter(options).lint(name, text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
