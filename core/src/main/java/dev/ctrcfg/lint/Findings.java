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
import org.jspecify.annotations.Nullable;

/** Collects what rules say, release by release, and makes one finding of what they say of several. */
final class Findings {

    static final Comparator<Finding> ORDER = new ByPlace();

    /** In the order of the text. A class of its own, as the first lambda of a process costs milliseconds. */
    private static final class ByPlace implements Comparator<Finding> {

        @Override
        public int compare(Finding a, Finding b) {
            int order = a.place().file().compareTo(b.place().file());
            order = order != 0 ? order : a.place().span().compareTo(b.place().span());
            order = order != 0 ? order : a.severity().compareTo(b.severity());
            order = order != 0 ? order : a.rule().compareTo(b.rule());
            return order != 0 ? order : a.message().compareTo(b.message());
        }
    }

    /** What is said of one file comes before what is said of others. */
    private record FileFirst(String first) implements Comparator<Finding> {

        @Override
        public int compare(Finding a, Finding b) {
            int order = Boolean.compare(isElsewhere(a), isElsewhere(b));
            return order != 0 ? order : ORDER.compare(a, b);
        }

        private boolean isElsewhere(Finding finding) {
            return !finding.place().file().equals(first);
        }
    }

    private record Said(LintRule rule, Problem problem) {
        // Written out: what the compiler makes for records links itself at the first call, which costs milliseconds.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Said said && rule.equals(said.rule) && problem.equals(said.problem);
        }

        @Override
        public int hashCode() {
            return 31 * rule.id().hashCode() + problem.hashCode();
        }
    }

    private final Map<Said, SortedSet<ContainerdRelease>> all = new LinkedHashMap<>();
    private List<ContainerdRelease> about = List.of(ContainerdRelease.newest());

    /** What comes next is said of a release. */
    void of(ContainerdRelease next) {
        about = List.of(next);
    }

    /** What comes next is said of several releases. */
    void of(List<ContainerdRelease> next) {
        about = next;
    }

    void add(LintRule rule, Problem problem) {
        all.computeIfAbsent(new Said(rule, problem), said -> new TreeSet<>()).addAll(about);
    }

    /** In the order of the text, the linted file first. */
    List<Finding> sorted(String first) {
        List<Finding> findings = new ArrayList<>(all.size());
        all.forEach((said, releases) -> findings.add(finding(said, releases)));
        findings.sort(new FileFirst(first));
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
        return new Finding.Place(
                file.name(),
                spot.span(),
                start,
                end,
                file.columns(spot.span()),
                file.isBinary() ? "" : file.line(start.line()));
    }
}
