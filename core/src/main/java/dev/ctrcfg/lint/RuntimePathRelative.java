// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.ReleaseLine;

/** A {@code runtime_path} that is not absolute. */
final class RuntimePathRelative extends LintRule {

    RuntimePathRelative() {
        super("runtime-path-relative", Severity.ERROR, Releases.since(ReleaseLine.V1_6));
    }

    @Override
    void check(Subject subject, Findings findings) {
        for (WrittenRuntime runtime : subject.runtimes()) {
            String path = runtime.string("runtime_path");
            if (!path.isEmpty() && !path.startsWith("/") && !Placeholder.isPlaceholder(path)) {
                boolean refused = subject.since(ReleaseLine.V1_7);
                String effect = refused
                        ? ", and every pod of the handler \"" + runtime.name() + "\" fails"
                        : " and depends on the daemon's working directory";
                findings.add(
                        this,
                        subject.file()
                                .valueSpot(runtime.key("runtime_path"))
                                .problem("\"" + path + "\" is not absolute" + effect
                                        + "; write the whole path of the shim")
                                .as(refused ? severity() : Severity.WARNING));
            }
        }
    }
}
