// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.SchemaKey;
import java.util.Map;
import java.util.Optional;

/** What to do instead of giving a value to a setting that is gone. */
final class Replacements {

    private static final Map<String, String> BY_NAME = Map.ofEntries(
            Map.entry("systemd_cgroup", "set runtimes.runc.options.SystemdCgroup"),
            Map.entry("default_runtime", "set default_runtime_name and the runtime of that name"),
            Map.entry("untrusted_workload_runtime", "define runtimes.untrusted"),
            Map.entry("runtime_engine", "set options.BinaryName of a runtime of type io.containerd.runc.v2"),
            Map.entry("runtime_root", "set options.Root of a runtime of type io.containerd.runc.v2"),
            Map.entry("no_pivot", "set options.NoPivotRoot of the runtime"),
            Map.entry("tls", "put the certificates into hosts.toml below registry.config_path"),
            Map.entry("plugin_dir", "there is no replacement: plugins of Go are gone"),
            Map.entry("disable_cgroup", "there is no replacement"));

    private Replacements() {}

    static Optional<String> of(SchemaKey setting) {
        String path = setting.path();
        for (String part : path.split("\\.", -1)) {
            String text = BY_NAME.get(part);
            if (text != null) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }
}
