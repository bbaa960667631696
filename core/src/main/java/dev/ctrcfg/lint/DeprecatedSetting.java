// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.Remark;
import dev.ctrcfg.release.Deprecation;
import java.util.List;
import java.util.Optional;

/** Something that containerd itself calls deprecated. */
final class DeprecatedSetting extends RemarkRule {

    DeprecatedSetting() {
        super("deprecated-setting", Severity.WARNING, deprecations());
    }

    @Override
    Optional<String> message(Subject subject, Remark remark) {
        return Deprecation.of(remark.id().orElseThrow())
                .map(known -> known.summary()
                        + known.replacement().map(text -> "; " + text).orElse(""));
    }

    /** Those of shims are said by another rule, which also knows the releases that have them no longer. */
    private static List<String> deprecations() {
        return Deprecation.all().stream()
                .map(Deprecation::id)
                .filter(id -> !id.startsWith("runtime-"))
                .toList();
    }
}
