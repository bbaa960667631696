// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.Remark;
import dev.ctrcfg.release.PluginIds;
import dev.ctrcfg.release.RuntimesDefault;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlValue;
import java.util.List;
import java.util.Optional;

/** The runtime runc, lost by naming another one. */
final class RuncLost extends RemarkRule {

    RuncLost() {
        super("runc-lost", Severity.ERROR, List.of("default-runtime-missing"));
    }

    @Override
    Optional<String> message(Subject subject, Remark remark) {
        return applies(subject, remark)
                ? Optional.of("with a runtimes table in the file these releases forget the runc that is built in, their"
                        + " default runtime is missing, and " + effect(remark)
                        + "; define runtimes.runc with runtime_type = \"io.containerd.runc.v2\" as well")
                : Optional.empty();
    }

    @Override
    Spot place(Subject subject, Remark remark) {
        return subject.file().spot(runtimes(subject).orElseThrow());
    }

    @Override
    Optional<Fix> fix(Subject subject, Remark remark) {
        Key type = runtimes(subject).orElseThrow().child("runc").child("runtime_type");
        return Fixes.edit(
                subject.file(),
                "define runtimes.runc",
                editor -> editor.set(type, TomlValue.of("io.containerd.runc.v2")));
    }

    private static Optional<Key> runtimes(Subject subject) {
        List<Key> keys = subject.criKeys("containerd", "runtimes");
        return keys.isEmpty() ? Optional.empty() : Optional.of(keys.get(0));
    }

    static boolean applies(Subject subject, Remark remark) {
        return subject.release().runtimesDefault() == RuntimesDefault.LOST
                && runtimes(subject).isPresent()
                && defaultRuntime(subject, remark).equals("runc");
    }

    /** The name that the file gives, or the one that it does not give. */
    static String defaultRuntime(Subject subject, Remark remark) {
        if (value(subject, remark).orElse(null) instanceof TomlString written) {
            return written.value();
        }
        return subject.effectiveString(PluginIds.CRI, "containerd", "default_runtime_name")
                .orElse("runc");
    }
}
