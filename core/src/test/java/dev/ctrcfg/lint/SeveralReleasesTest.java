// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.testing.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Looking at a file for all releases at once finds what looking at it for each of them finds. */
class SeveralReleasesTest {

    private static final List<ContainerdRelease> RELEASES =
            Arrays.stream(ReleaseLine.values()).map(ReleaseLine::newest).toList();

    private final Linter together =
            new Linter(LintOptions.NONE.forReleases(RELEASES.toArray(ContainerdRelease[]::new))).withoutFixes();
    private final Map<ContainerdRelease, Linter> alone = new TreeMap<>();

    SeveralReleasesTest() {
        RELEASES.forEach(
                release -> alone.put(release, new Linter(LintOptions.NONE.forReleases(release)).withoutFixes()));
    }

    @Test
    void inOurOwnCases() throws IOException {
        assertThat(compare(Shared.testdata("lint"))).isGreaterThan(100);
        assertThat(compare(Shared.testdata("config"))).isPositive();
    }

    @Test
    void inRealFiles() throws IOException {
        assertThat(compare(Shared.require("corpus").resolve("files"))).isGreaterThan(200);
    }

    private int compare(Path folder) throws IOException {
        int compared = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                byte[] content = Files.readAllBytes(file);
                String text = new String(content, StandardCharsets.ISO_8859_1);
                // A comment that silences something for one release is in use for all.
                boolean readable =
                        together.lint(file.toString(), content).document().isPresent();
                if (readable && !text.contains("ctrcfg:ignore")) {
                    compared++;
                    assertThat(found(together, file, content))
                            .as(file.toString())
                            .isEqualTo(apart(file, content));
                }
            }
        }
        return compared;
    }

    private static List<String> found(Linter linter, Path file, byte[] content) {
        List<String> found = new ArrayList<>();
        for (Finding finding : linter.lint(file.toString(), content).findings()) {
            found.add(what(finding) + " for " + finding.releases());
        }
        return found.stream().sorted().toList();
    }

    private List<String> apart(Path file, byte[] content) {
        Map<String, SortedSet<ContainerdRelease>> found = new TreeMap<>();
        alone.forEach((release, linter) -> linter.lint(file.toString(), content)
                .findings()
                .forEach(finding -> found.computeIfAbsent(what(finding), same -> new TreeSet<>())
                        .add(release)));
        List<String> all = new ArrayList<>();
        found.forEach((what, releases) -> all.add(what + " for " + Releases.text(releases)));
        return all.stream().sorted().toList();
    }

    private static String what(Finding finding) {
        return finding.place().file() + ":" + finding.place().span() + " " + finding.severity() + " " + finding.key()
                + " " + finding.rule() + ": " + finding.message();
    }
}
