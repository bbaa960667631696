// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.Effect;
import dev.ctrcfg.effective.Remark;
import java.util.HashSet;
import java.util.Set;

/** The remarks of a verdict that have no rule of their own. */
final class OtherRemarks {

    /** What rules say that look at the file for themselves. */
    private static final Set<String> SAID_OTHERWISE = Set.of(
            "toml-syntax",
            "unknown-key",
            "unquoted-plugin-id",
            "short-plugin-id",
            "long-plugin-id",
            "unknown-plugin",
            "config-version-1",
            "migrated",
            "dependency",
            "runtime-v1",
            "runtime-runc-v1");

    private static final class Holder {
        static final Set<String> SAID = said();
    }

    private OtherRemarks() {}

    private static Set<String> said() {
        Set<String> said = new HashSet<>(SAID_OTHERWISE);
        for (LintRule rule : Rules.all()) {
            if (rule instanceof RemarkRule remarks) {
                said.addAll(remarks.kinds());
            }
        }
        return said;
    }

    /** Reports the remarks of an effect. */
    static void report(LintRule rule, Effect effect, Subject subject, Findings findings) {
        for (Remark remark : subject.remarks()) {
            if (remark.effect() == effect && !Holder.SAID.contains(remark.id().orElse(""))) {
                findings.add(
                        rule,
                        subject.spot(remark)
                                .problem(RemarkRule.effect(remark) + ": "
                                        + remark.text().replace('\n', ' ')));
            }
        }
    }
}
