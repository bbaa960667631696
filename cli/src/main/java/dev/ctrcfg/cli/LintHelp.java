// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.lint.LintRule;
import dev.ctrcfg.lint.Rules;
import java.util.Optional;

/** Tells about rules. */
final class LintHelp {

    private LintHelp() {}

    /** The page of a rule, or the list of all of them. */
    static String of(Optional<LintRule> rule) {
        return rule.map(LintRule::page).orElseGet(LintHelp::list);
    }

    private static String list() {
        int width = 0;
        for (LintRule rule : Rules.all()) {
            width = Math.max(width, rule.id().length());
        }
        StringBuilder list = new StringBuilder();
        for (LintRule rule : Rules.all()) {
            list.append(padded(rule.id(), width + 2))
                    .append(padded(rule.severity().toString(), 9));
            list.append(padded(rule.releases().toString(), 9))
                    .append(rule.summary())
                    .append('\n');
        }
        return list.toString();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
