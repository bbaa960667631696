// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.Remark;
import java.util.List;
import java.util.Optional;

/** A required plugin that is not there or does not load. */
final class RequiredPlugin extends RemarkRule {

    RequiredPlugin() {
        super("required-plugin", Severity.ERROR, List.of("required-plugin"));
    }

    @Override
    Optional<String> message(Subject subject, Remark remark) {
        return Optional.of("a plugin in required_plugins is not there or does not load, and " + effect(remark)
                + "; mend it, or take it out of the list: " + remark.text());
    }
}
