// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.Remark;
import java.util.List;
import java.util.Optional;

/** A proxy plugin of an unknown type, or a second one of one name. */
final class ProxyPlugin extends RemarkRule {

    ProxyPlugin() {
        super("proxy-plugin", Severity.ERROR, List.of("unknown-proxy-type", "double-plugin"));
    }

    @Override
    Optional<String> message(Subject subject, Remark remark) {
        boolean type = remark.id().filter("unknown-proxy-type"::equals).isPresent();
        if (remark.effect() == dev.ctrcfg.effective.Effect.WARNING) {
            return Optional.empty();
        }
        return Optional.of(
                type
                        ? "a proxy plugin needs a type, such as \"snapshot\", \"content\" or \"sandbox\"; with this one "
                                + effect(remark)
                        : "another table is for the same plugin, and " + effect(remark) + "; keep one of them");
    }
}
