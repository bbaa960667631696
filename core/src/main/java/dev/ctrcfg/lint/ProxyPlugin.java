// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.Effect;
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
        boolean tables = remark.effect() == Effect.IGNORED;
        if (remark.effect() == Effect.WARNING || tables) {
            return Optional.empty();
        }
        return Optional.of(
                type
                        ? "a proxy plugin needs a type, such as \"snapshot\", \"content\" or \"sandbox\"; with this one "
                                + effect(remark)
                        : doubled(remark));
    }

    private static String doubled(Remark remark) {
        return "there is a plugin of this name already, and " + effect(remark) + "; choose another name";
    }
}
