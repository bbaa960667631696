// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.toml.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects what rules say, release by release, and makes one finding of what they say of several. */
final class Findings {

    static final Comparator<Finding> ORDER = Comparator.comparing(
                    (Finding finding) -> finding.place().file())
            .thenComparing(finding -> finding.place().span())
            .thenComparing(Finding::severity)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::message);

    private record Said(LintRule rule, Problem problem) {}

    private final Map<Said, SortedSet<ContainerdRelease>> all = new LinkedHashMap<>();
    private ContainerdRelease release = ContainerdRelease.newest();

    /** What comes next is said of a release. */
    void of(ContainerdRelease next) {
        release = next;
    }

    void add(LintRule rule, Problem problem) {
        all.computeIfAbsent(new Said(rule, problem), said -> new TreeSet<>()).add(release);
    }

    /** In the order of the text, the linted file first. */
    List<Finding> sorted(String first) {
        List<Finding> findings = new ArrayList<>(all.size());
        all.forEach((said, releases) -> findings.add(finding(said, releases)));
        findings.sort(Comparator.comparing(
                        (Finding finding) -> !finding.place().file().equals(first))
                .thenComparing(ORDER));
        return findings;
    }

    private static Finding finding(Said said, SortedSet<ContainerdRelease> releases) {
        Problem problem = said.problem;
        return new Finding(
                said.rule.id(),
                problem.severity().orElse(said.rule.severity()),
                place(problem.spot()),
                problem.spot().key(),
                problem.message(),
                Releases.text(releases),
                problem.fix());
    }

    private static Finding.Place place(Spot spot) {
        FileText file = spot.file();
        Position start = file.position(spot.span().start());
        Position end = file.position(spot.span().end());
        return new Finding.Place(file.name(), spot.span(), start, end, file.line(start.line()));
    }
}
