// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.Remark;
import java.util.List;
import java.util.Optional;

/** An empty value in an import, which does not replace the one before. */
final class ZeroValue extends RemarkRule {

    ZeroValue() {
        super("zero-value", Severity.INFO, List.of("zero-value"));
    }

    @Override
    Optional<String> message(Subject subject, Remark remark) {
        return Optional.of("an empty value, 0 or false in an import does not replace the value from before");
    }
}
