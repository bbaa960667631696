// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.ConfigSource;
import dev.ctrcfg.effective.EffectiveConfig;
import dev.ctrcfg.effective.Outcome;
import dev.ctrcfg.toml.TomlSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes away the fixes after which some release would load the file less well, as when a setting comes to life. */
final class SafeFixes {

    private final LintedFile file;
    private final List<Target> targets;

    SafeFixes(LintedFile file, List<Target> targets) {
        this.file = file;
        this.targets = targets;
    }

    List<Finding> of(List<Finding> findings) {
        List<Finding> safe = new ArrayList<>(findings.size());
        for (Finding finding : findings) {
            safe.add(finding.fix().isEmpty() || isSafe(finding.fix().get()) ? finding : withoutFix(finding));
        }
        return safe;
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
            byte[] fixed = file.document().apply(fix.textEdits()).bytes();
            for (Target target : targets) {
                if (outcome(target, fixed).compareTo(outcome(target, file.text().bytes())) > 0) {
                    return false;
                }
            }
            return true;
        } catch (TomlSyntaxException e) {
            return false;
        }
    }

    private Outcome outcome(Target target, byte[] content) {
        return EffectiveConfig.of(target.release(), file.name(), content, ConfigSource.none())
                .verdict()
                .outcome();
    }
}
