// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.ConfigSource;
import dev.ctrcfg.effective.EffectiveConfig;
import dev.ctrcfg.effective.Outcome;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlSyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes away the fixes after which some release would load the file less well, as when a setting comes to life. */
final class SafeFixes {

    private final String name;
    private final TomlDocument document;
    private final List<Target> targets;
    private final Map<Target, Outcome> before = new HashMap<>();

    SafeFixes(String name, TomlDocument document, List<Target> targets) {
        this.name = name;
        this.document = document;
        this.targets = targets;
    }

    List<Finding> of(List<Finding> findings) {
        List<Finding> safe = new ArrayList<>(findings.size());
        for (Finding finding : findings) {
            safe.add(finding.fix().isEmpty() || isSafe(finding.fix().get()) ? finding : withoutFix(finding));
        }
        return safe;
    }

    /** The findings alone, for those who do not show fixes. */
    static List<Finding> none(List<Finding> findings) {
        List<Finding> bare = new ArrayList<>(findings.size());
        for (Finding finding : findings) {
            bare.add(finding.fix().isEmpty() ? finding : withoutFix(finding));
        }
        return bare;
    }

    private static Finding withoutFix(Finding finding) {
        return new Finding(
                finding.rule(),
                finding.severity(),
                finding.place(),
                finding.key(),
                finding.message(),
                finding.releases(),
                Optional.empty());
    }

    private boolean isSafe(Fix fix) {
        try {
            return isSafe(document.apply(fix.textEdits()));
        } catch (TomlSyntaxException e) {
            return false;
        }
    }

    boolean isSafe(TomlDocument fixed) {
        for (Target target : targets) {
            if (outcome(target, fixed).compareTo(before(target)) > 0) {
                return false;
            }
        }
        return true;
    }

    private Outcome before(Target target) {
        Outcome known = before.get(target);
        if (known == null) {
            known = outcome(target, document);
            before.put(target, known);
        }
        return known;
    }

    private Outcome outcome(Target target, TomlDocument content) {
        return EffectiveConfig.of(target.release(), name, content, ConfigSource.none())
                .verdict()
                .outcome();
    }
}
