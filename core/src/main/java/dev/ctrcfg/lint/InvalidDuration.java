// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.Remark;
import java.util.List;
import java.util.Optional;

/** A text that is not a duration. */
final class InvalidDuration extends RemarkRule {

    InvalidDuration() {
        super("invalid-duration", Severity.ERROR, List.of("bad-duration", "bad-timeout"));
    }

    @Override
    Optional<String> message(Subject subject, Remark remark) {
        return Optional.of("\"" + text(subject, remark) + "\" is no duration, and " + effect(remark)
                + "; write a number and a unit, such as \"30s\" or \"4h0m0s\"");
    }
}
