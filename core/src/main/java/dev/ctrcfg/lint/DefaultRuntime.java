// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.Remark;
import java.util.List;
import java.util.Optional;

/** A default runtime that there is not. */
final class DefaultRuntime extends RemarkRule {

    DefaultRuntime() {
        super("default-runtime", Severity.ERROR, List.of("default-runtime-name", "default-runtime-missing"));
    }

    @Override
    Optional<String> message(Subject subject, Remark remark) {
        if (RuncLost.applies(subject, remark)) {
            return Optional.empty();
        }
        if (remark.id().filter("default-runtime-name"::equals).isPresent()) {
            return Optional.of("default_runtime_name is empty, and " + effect(remark) + "; write \"runc\"");
        }
        String name = RuncLost.defaultRuntime(subject, remark);
        return Optional.of("there is no runtime \"" + name + "\" to be the default one, and " + effect(remark)
                + "; define runtimes." + name + ", or name another one in default_runtime_name");
    }
}
