// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.ContainerdRelease;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells what comes with other releases from what is just as wrong for the present ones. */
final class UpgradeFindings {

    private final LintedFile file;
    private final List<Subject> before = new ArrayList<>();

    UpgradeFindings(LintedFile file, LintOptions options) {
        this.file = file;
        List<Target> present = new ArrayList<>();
        for (ContainerdRelease release : options.present()) {
            present.add(Target.of(release));
        }
        for (Target target : present.isEmpty() ? present : Candidates.of(file, present)) {
            before.add(new Subject(file, target, options));
        }
    }

    /** The file as the present releases read it. */
    List<Subject> before() {
        return before;
    }

    /** The findings without those that all the present releases share, and without what is said better beside it. */
    List<Finding> fresh(List<Finding> findings) {
        if (before.isEmpty()) {
            return findings;
        }
        Set<String> known = known();
        Set<String> said = new HashSet<>();
        List<Finding> fresh = new ArrayList<>();
        for (Finding finding : findings) {
            if (!known.contains(what(finding)) && !isChange(finding)) {
                fresh.add(finding);
                said.add(place(finding));
            }
        }
        for (Finding finding : findings) {
            if (isChange(finding) && (finding.key().isEmpty() || !said.contains(place(finding)))) {
                fresh.add(finding);
            }
        }
        fresh.sort(Findings.ORDER);
        return fresh;
    }

    private Set<String> known() {
        Set<String> known = new HashSet<>(found(before.get(0)));
        for (Subject subject : before.subList(1, before.size())) {
            known.retainAll(found(subject));
        }
        return known;
    }

    private Set<String> found(Subject subject) {
        Findings findings = new Findings();
        Linter.check(file, List.of(subject.target()), findings);
        Linter.check(subject, findings);
        Set<String> found = new HashSet<>();
        for (Finding finding : findings.sorted(file.name())) {
            found.add(what(finding));
        }
        return found;
    }

    private static boolean isChange(Finding finding) {
        return finding.rule().equals(ChangesMeaning.ID);
    }

    private static String what(Finding finding) {
        return finding.rule() + "\n" + finding.severity() + "\n" + place(finding) + "\n" + finding.key();
    }

    private static String place(Finding finding) {
        return finding.place().file() + "\n" + finding.place().start().line();
    }
}
