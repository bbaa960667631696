// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.Remark;
import java.util.List;
import java.util.Optional;

/** A way of passing output that containerd does not have. */
final class IoType extends RemarkRule {

    IoType() {
        super("io-type", Severity.ERROR, List.of("bad-io-type"));
    }

    @Override
    Optional<String> message(Subject subject, Remark remark) {
        return Optional.of("there is no io_type \"" + text(subject, remark) + "\", and " + effect(remark)
                + "; write \"fifo\" or \"streaming\"");
    }
}
