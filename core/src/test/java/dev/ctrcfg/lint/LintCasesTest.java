// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.lint.LintCase.Want;
import dev.ctrcfg.testing.Shared;
import dev.ctrcfg.toml.TomlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case of {@code testdata/lint/RULE} has the findings of that rule that its comments ask for, and no others. */
class LintCasesTest {

    static Stream<LintCase> cases() throws IOException {
        try (Stream<Path> files = Files.walk(Shared.testdata("lint"))) {
            return files
                    .filter(path -> path.toString().endsWith(".toml"))
                    .filter(path -> !path.toString().endsWith(".fixed.toml"))
                    .filter(path -> !path.getFileName().toString().startsWith("part-"))
                    .sorted()
                    .map(LintCase::of)
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theFindingsAreThoseThatAreWanted(LintCase one) {
        String rule = rule(one);
        List<String> found = new ArrayList<>();
        List<Finding> findings = one.lint().findings();
        for (Finding finding : findings) {
            if (finding.rule().equals(rule)) {
                found.add(finding.place().file() + ":" + finding.place().start().line());
            }
        }
        List<String> wanted = new ArrayList<>();
        for (Want want : one.wants()) {
            wanted.add(want.file() + ":" + want.line());
            assertThat(findings)
                    .as("%s", want)
                    .anyMatch(finding -> finding.rule().equals(want.rule())
                            && finding.place().start().line() == want.line()
                            && finding.place().file().equals(want.file())
                            && finding.message().contains(want.text()));
        }
        assertThat(found).as("%s", findings).hasSameElementsAs(wanted);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void fixesMakeTheFileThatStandsBeside(LintCase one) throws IOException {
        Path expected = Path.of(one.path().toString().replace(".toml", ".fixed.toml"));
        if (!Files.exists(expected)) {
            return;
        }
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : one.lint().findings()) {
            if (finding.rule().equals(rule(one))) {
                findings.add(finding);
            }
        }
        assertThat(Fixer.apply(TomlDocument.parse(one.text()), findings).text()).isEqualTo(Files.readString(expected));
    }

    private static String rule(LintCase one) {
        Path lint = Shared.testdata("lint");
        return lint.relativize(one.path()).getName(0).toString();
    }
}
