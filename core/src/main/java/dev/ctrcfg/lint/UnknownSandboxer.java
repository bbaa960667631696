// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlTable;
import java.util.Set;

/** A runtime with a sandbox controller that there is not. */
final class UnknownSandboxer extends LintRule {

    private static final Set<String> BUILT_IN = Set.of("", "podsandbox", "shim");

    UnknownSandboxer() {
        super("unknown-sandboxer", Severity.ERROR, Releases.since(ReleaseLine.V1_7));
    }

    @Override
    void check(Subject subject, Findings findings) {
        for (WrittenRuntime runtime : subject.runtimes()) {
            String setting = runtime.has("sandboxer") ? "sandboxer" : "sandbox_mode";
            String name = runtime.string(setting);
            if (!BUILT_IN.contains(name) && !isProxy(subject, name) && isRead(subject, setting)) {
                boolean fails = subject.since(ReleaseLine.V2_0);
                String effect = fails
                        ? ", and every pod of the handler \"" + runtime.name() + "\" fails"
                        : "; containerd 1.7 looks at it only if ENABLE_CRI_SANDBOXES is set, and then pods fail";
                findings.add(
                        this,
                        subject.file()
                                .valueSpot(runtime.key(setting))
                                .problem("there is no sandbox controller \"" + name + "\"" + effect
                                        + "; write \"podsandbox\" or \"shim\"")
                                .as(fails ? severity() : Severity.WARNING));
            }
        }
    }

    private static boolean isRead(Subject subject, String setting) {
        boolean old = setting.equals("sandbox_mode");
        return subject.since(ReleaseLine.V2_0) ? !old || !CriSettings.isSplit(subject.version()) : old;
    }

    private static boolean isProxy(Subject subject, String name) {
        return subject.effective().root().find(Key.of("proxy_plugins", name)).orElse(null) instanceof TomlTable
                || subject.file().value(Key.of("proxy_plugins", name)).isPresent();
    }
}
