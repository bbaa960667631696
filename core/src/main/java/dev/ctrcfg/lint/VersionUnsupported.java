// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.Remark;
import java.util.List;
import java.util.Optional;

/** A version of the file that the release does not read. */
final class VersionUnsupported extends RemarkRule {

    VersionUnsupported() {
        super("version-unsupported", Severity.ERROR, List.of("version-too-new", "bad-version"));
    }

    @Override
    Optional<String> message(Subject subject, Remark remark) {
        if (remark.effect() == dev.ctrcfg.effective.Effect.WARNING) {
            return Optional.empty();
        }
        return Optional.of(
                "these releases do not read version " + subject.file().version() + ", and " + effect(remark)
                        + "; they read " + subject.release().maxConfigVersion().number() + " at most");
    }
}
