// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.Remark;
import java.util.List;
import java.util.Optional;

/** Something in a list of plugins, or among their tables, that is no id. */
final class BadPluginId extends RemarkRule {

    BadPluginId() {
        super("bad-plugin-id", Severity.ERROR, List.of("bad-plugin-id"));
    }

    @Override
    Optional<String> message(Subject subject, Remark remark) {
        boolean table = remark.key()
                .filter(key -> key.size() == 2 && key.name(0).equals("plugins"))
                .isPresent();
        String name = table ? name(remark) : text(subject, remark);
        if (table && (PluginNames.isShort(name) || name.equals("io"))) {
            return Optional.empty();
        }
        return Optional.of((table ? "\"" + name + "\"" : "one of these") + " is no plugin id, and " + effect(remark)
                + "; ids look like io.containerd.grpc.v1.cri");
    }
}
