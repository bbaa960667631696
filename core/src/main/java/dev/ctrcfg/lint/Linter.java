// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.toml.Span;
import dev.ctrcfg.toml.TomlDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for mistakes in files. A linter never throws because of what is in a file, and may be used by several threads.
 */
public final class Linter {

    private final LintOptions options;
    private final List<Target> targets;
    private final boolean offersFixes;

    /**
     * Creates a linter.
     *
     * @param options what it knows besides the files
     */
    public Linter(LintOptions options) {
        this(options, true);
    }

    private Linter(LintOptions options, boolean offersFixes) {
        this.options = options;
        this.offersFixes = offersFixes;
        this.targets = options.targets().isEmpty()
                ? Candidates.all()
                : options.targets().stream().map(Target::of).toList();
    }

    /** {@return a linter that finds the same and says nothing of fixes, which takes less time} */
    public Linter withoutFixes() {
        return new Linter(options, false);
    }

    /**
     * {@return what there is to say about a file}
     *
     * @param name the name of the file, for messages and for the imports that start from it; a {@code hosts.toml} is
     *     known by it, or by what it holds
     * @param content what the file holds
     */
    public LintReport lint(String name, byte[] content) {
        FileText text = new FileText(name, content);
        Readings readings = new Readings(content);
        Optional<TomlDocument> document =
                readings.any(targets.stream().map(Target::release).toList());
        Findings findings = new Findings();
        if (document.isEmpty()) {
            return unreadable(text, readings, findings);
        }
        LintedFile file = new LintedFile(text, readings, document.get(), offersFixes);
        List<Target> readers = options.targets().isEmpty() ? Candidates.of(file, targets) : targets;
        check(file, readers, findings);
        UpgradeFindings upgrade = new UpgradeFindings(file, options);
        for (Target target : readers) {
            check(new Subject(file, target, options).after(upgrade.before()), findings);
        }
        List<Finding> found = upgrade.fresh(suppressed(file, readers, findings));
        List<Finding> shown =
                offersFixes ? new SafeFixes(name, file.document(), targets).of(found) : SafeFixes.none(found);
        return new LintReport(name, shown, document);
    }

    /** Whether every release loads a document at least as well as another one. */
    boolean isAsGood(String name, TomlDocument before, TomlDocument after) {
        return new SafeFixes(name, before, targets).isSafe(after);
    }

    private LintReport unreadable(FileText text, Readings readings, Findings findings) {
        Optional<Span> mark = UnrenderedTemplate.mark(text);
        for (Target target : targets) {
            findings.of(target.release());
            if (mark.isPresent()) {
                Rules.UNRENDERED_TEMPLATE.report(text, mark.get(), findings);
            } else if (text.isBinary()) {
                Rules.TOML_SYNTAX.binary(text, findings);
            } else {
                Rules.TOML_SYNTAX.errors(text, readings.by(target.release()), findings);
            }
        }
        return new LintReport(text.name(), findings.sorted(text.name()), Optional.empty());
    }

    /** Lets the rules look that find the same for every release. */
    static void check(LintedFile file, List<Target> readers, Findings findings) {
        for (FileRule rule : Rules.ofFiles()) {
            List<ContainerdRelease> releases = rule.looksAt(file.kind()) ? concerned(rule, readers) : List.of();
            if (!releases.isEmpty()) {
                findings.of(releases);
                rule.check(file, findings);
            }
        }
    }

    private static List<ContainerdRelease> concerned(LintRule rule, List<Target> readers) {
        List<ContainerdRelease> releases = new ArrayList<>(readers.size());
        for (Target reader : readers) {
            if (rule.releases().contains(reader.release())) {
                releases.add(reader.release());
            }
        }
        return releases;
    }

    static void check(Subject subject, Findings findings) {
        findings.of(subject.release());
        for (LintRule rule : Rules.ofReleases()) {
            if (rule.looksAt(subject.file().kind()) && rule.releases().contains(subject.release())) {
                rule.check(subject, findings);
            }
        }
    }

    private static List<Finding> suppressed(LintedFile file, List<Target> readers, Findings findings) {
        List<Suppression> suppressions = file.suppressions();
        if (suppressions.isEmpty()) {
            return findings.sorted(file.name());
        }
        List<Finding> kept = new ArrayList<>();
        Set<Suppression> used = new HashSet<>();
        for (Finding finding : findings.sorted(file.name())) {
            boolean silenced = false;
            for (Suppression suppression : suppressions) {
                if (suppression.covers(finding)) {
                    used.add(suppression);
                    silenced = true;
                }
            }
            if (!silenced) {
                kept.add(finding);
            }
        }
        return withUnused(kept, file, suppressions, used, readers);
    }

    private static List<Finding> withUnused(
            List<Finding> kept,
            LintedFile file,
            List<Suppression> suppressions,
            Set<Suppression> used,
            List<Target> readers) {
        Findings unused = new Findings();
        for (Suppression suppression : suppressions) {
            for (Target reader : Rules.find(suppression.rule()).isEmpty() ? List.<Target>of() : readers) {
                if (!used.contains(suppression)) {
                    unused.of(reader.release());
                    Rules.UNUSED_SUPPRESSION.report(suppression, unused);
                }
            }
        }
        kept.addAll(unused.sorted(file.name()));
        kept.sort(Findings.ORDER);
        return kept;
    }
}
