// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.Remark;
import dev.ctrcfg.release.KnownPlugins;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
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
        if (table && (KnownPlugins.isShort(name) || name.equals("io"))) {
            return Optional.empty();
        }
        return Optional.of((table ? "\"" + name + "\"" : list(subject, remark)) + " is no plugin id, and "
                + effect(remark) + "; ids look like io.containerd.grpc.v1.cri");
    }

    /** The names in a list without a dot, which no id is without. */
    private static String list(Subject subject, Remark remark) {
        List<String> bad = new ArrayList<>();
        for (TomlValue item :
                value(subject, remark).orElse(null) instanceof TomlArray array ? array.items() : List.<TomlValue>of()) {
            if (item instanceof TomlString name && !KnownPlugins.isFullId(name.value())) {
                bad.add("\"" + name.value() + "\"");
            }
        }
        return bad.size() == 1 ? bad.get(0) : "one of these";
    }
}
