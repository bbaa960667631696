// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.testing.SharedData;
import dev.ctrcfg.toml.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where a real containerd says which key or line it does not like, lint has an error of that key or line. */
class DaemonPlacesTest {

    /** What a message of containerd tells of a place, and whether a finding is at it. */
    private record Clue(Pattern pattern, BiPredicate<Finding, String> fits) {}

    private static final List<Clue> CLUES = List.of(
            new Clue(Pattern.compile("Ignoring unknown key in TOML.* key=\"([^\"]+)\""), DaemonPlacesTest::isOfKey),
            new Clue(Pattern.compile("Ignoring unknown key in TOML.* key=([^\" ]+)"), DaemonPlacesTest::isOfKey),
            new Clue(Pattern.compile("Ignoring unknown key in TOML[^\\[]*\\[([^\\]]+)\\]"), DaemonPlacesTest::isOfKey),
            new Clue(Pattern.compile("struct field config\\.[A-Za-z]+\\.([A-Za-z]+)"), DaemonPlacesTest::isOfField),
            new Clue(Pattern.compile("invalid plugin key URI \"([^\"]+)\""), DaemonPlacesTest::isBelow),
            new Clue(Pattern.compile("at row (\\d+) column (?!1:)"), DaemonPlacesTest::isOnLine),
            new Clue(Pattern.compile("\\((\\d+), \\d+\\): "), DaemonPlacesTest::isOnLine));

    private static boolean isOfKey(Finding finding, String words) {
        String last = words.substring(words.lastIndexOf(' ') + 1);
        return finding.key().filter(key -> isNamed(key, last)).isPresent();
    }

    private static boolean isNamed(Key key, String name) {
        return !key.isRoot()
                && key.last() instanceof Key.Name last
                && last.text().equalsIgnoreCase(name);
    }

    private static boolean isOfField(Finding finding, String field) {
        return finding.key()
                        .filter(key -> !key.isRoot() && key.last() instanceof Key.Name)
                        .isPresent()
                && ((Key.Name) finding.key().get().last())
                        .text()
                        .replace("_", "")
                        .toLowerCase(Locale.ROOT)
                        .equals(field.toLowerCase(Locale.ROOT));
    }

    private static boolean isBelow(Finding finding, String plugin) {
        return finding.key()
                .filter(key -> key.startsWith(Key.of("plugins", plugin)))
                .isPresent();
    }

    private static boolean isOnLine(Finding finding, String line) {
        return finding.place().start().line() == Integer.parseInt(line);
    }

    private final Map<String, String> differences = new TreeMap<>();
    private int clues;

    @Test
    void theLinterAndTheReadersPointToTheSame() throws IOException {
        try (Stream<Path> folders = Files.list(SharedData.path("containerd", "strictness"))) {
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                for (Map.Entry<String, JsonNode> run :
                        SharedData.json(folder.resolve("result.json")).properties()) {
                    if (!run.getKey().startsWith("pure-")) {
                        compare(
                                folder.resolve("input.toml"),
                                run.getKey(),
                                lines(run.getValue().path("stderr")));
                    }
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(clues).isGreaterThan(150);
    }

    @Test
    void theLinterAndTheDaemonsPointToTheSame() throws IOException {
        Path folder = SharedData.path("containerd", "cri-validation");
        for (Map.Entry<String, JsonNode> one :
                SharedData.json(folder.resolve("index.json")).properties()) {
            for (Map.Entry<String, JsonNode> run : one.getValue().properties()) {
                compare(
                        folder.resolve(one.getKey() + ".toml"),
                        run.getKey(),
                        lines(run.getValue().path("warnings")));
            }
        }
        assertThat(differences).isEmpty();
        assertThat(clues).isGreaterThan(50);
    }

    private static List<String> lines(JsonNode text) {
        List<String> lines = new ArrayList<>();
        if (text.isArray()) {
            text.forEach(line -> lines.add(line.asText()));
        } else {
            lines.addAll(text.asText().lines().toList());
        }
        return lines;
    }

    private void compare(Path file, String release, List<String> lines) throws IOException {
        Linter linter = new Linter(LintOptions.NONE.forReleases(ContainerdRelease.parse(release)));
        List<Finding> findings =
                linter.lint("config.toml", Files.readAllBytes(file)).findings();
        for (String line : lines) {
            for (Clue clue : CLUES) {
                Matcher matcher = clue.pattern.matcher(line);
                if (matcher.find()) {
                    clues++;
                    String what = matcher.group(1);
                    if (findings.stream().noneMatch(one -> isBad(one) && clue.fits.test(one, what))) {
                        differences.put(file + " " + release, line + " " + findings);
                    }
                }
            }
        }
    }

    private static boolean isBad(Finding finding) {
        return finding.severity() == Severity.ERROR;
    }
}
