// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Completion;
import dev.ctrcfg.cli.command.Converter;
import dev.ctrcfg.lint.LintRule;
import dev.ctrcfg.lint.Rules;
import java.util.ArrayList;
import java.util.List;

/** Takes the id of a rule. */
enum RuleArgument implements Converter<LintRule> {
    ID;

    @Override
    public LintRule convert(String text) {
        return Rules.find(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no rule '" + text + "'; ctrcfg lint --rules lists them"));
    }

    @Override
    public Completion completion() {
        List<String> ids = new ArrayList<>();
        for (LintRule rule : Rules.all()) {
            ids.add(rule.id());
        }
        return Completion.words(ids);
    }
}
