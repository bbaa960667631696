// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.Remark;
import java.util.List;
import java.util.Optional;

/** A file with a runtime spec that cannot be read. */
final class BaseSpec extends RemarkRule {

    BaseSpec() {
        super("base-spec", Severity.ERROR, List.of("base-spec-missing", "base-spec-unreadable"));
    }

    @Override
    Optional<String> message(Subject subject, Remark remark) {
        return Optional.of("the runtime spec \"" + text(subject, remark)
                + "\" is not there or not JSON, and without it " + effect(remark));
    }
}
