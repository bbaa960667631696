// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.DefaultConfig;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;

/** A runtime without {@code runtime_type}. */
final class RuntimeTypeMissing extends LintRule {

    private static final String TYPE = "runtime_type";

    RuntimeTypeMissing() {
        super("runtime-type-missing", Severity.ERROR, Releases.ALL);
    }

    @Override
    void check(Subject subject, Findings findings) {
        for (WrittenRuntime runtime : subject.runtimes()) {
            if (runtime.string(TYPE).isEmpty() && !isCompleted(subject, runtime)) {
                findings.add(this, subject.file().spot(place(runtime)).problem(message(subject, runtime)));
            }
        }
    }

    private static Key place(WrittenRuntime runtime) {
        return runtime.has(TYPE) ? runtime.key(TYPE) : runtime.key();
    }

    /** Whether defaults or another file give the runtime its type. */
    private static boolean isCompleted(Subject subject, WrittenRuntime runtime) {
        TomlValue inForce = subject.effectiveRuntimes().get(runtime.name());
        if (inForce instanceof TomlTable table) {
            return table.get(TYPE).orElse(null) instanceof TomlString type
                    && !type.value().isEmpty();
        }
        return isBuiltIn(subject, runtime.name()) && !runtime.has(TYPE);
    }

    /** containerd 2 adds what the file says to the runtime that is built in. */
    private static boolean isBuiltIn(Subject subject, String name) {
        return subject.since(ReleaseLine.V2_0)
                && DefaultConfig.plugin(subject.release(), subject.release().runtimesPluginId())
                        .find(Key.of("containerd", "runtimes", name))
                        .isPresent();
    }

    private static String message(Subject subject, WrittenRuntime runtime) {
        String type =
                runtime.name().equals("runc") ? "io.containerd.runc.v2" : "io.containerd." + runtime.name() + ".v2";
        String why = subject.since(ReleaseLine.V2_0)
                ? "the runtime has no runtime_type"
                : "a runtime in the file begins empty, so this one has no runtime_type";
        return why + ", and every pod of the handler \"" + runtime.name() + "\" fails; write runtime_type = \"" + type
                + "\" or whatever its shim is";
    }
}
