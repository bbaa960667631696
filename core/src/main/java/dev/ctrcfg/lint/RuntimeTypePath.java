// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.ReleaseLine;

/** A path as {@code runtime_type}: refused by old releases, and in the way of runc's options in all others. */
final class RuntimeTypePath extends LintRule {

    RuntimeTypePath() {
        super("runtime-type-path", Severity.ERROR, Releases.ALL);
    }

    @Override
    void check(Subject subject, Findings findings) {
        for (WrittenRuntime runtime : subject.runtimes()) {
            String type = runtime.type().value();
            if (type.startsWith("/")) {
                check(subject, runtime, findings);
            }
        }
    }

    private void check(Subject subject, WrittenRuntime runtime, Findings findings) {
        String type = runtime.type().value();
        Spot spot = subject.file().valueSpot(runtime.key("runtime_type"));
        boolean byPath = !runtime.string("runtime_path").isEmpty();
        if (!subject.since(ReleaseLine.V1_6)) {
            findings.add(
                    this,
                    spot.problem("these releases take no path as runtime_type, and every pod of the handler \""
                            + runtime.name() + "\" fails; write a name such as \"io.containerd.runc.v2\""));
        } else if (isRunc(type) && !runtime.options().isEmpty() && !byPath) {
            findings.add(
                    this,
                    spot.problem("with a path as runtime_type the shim does not understand the options of runc; write"
                            + " runtime_type = \"io.containerd.runc.v2\" and runtime_path = \"" + type + "\""));
        }
    }

    private static boolean isRunc(String path) {
        return path.substring(path.lastIndexOf('/') + 1).startsWith("containerd-shim-runc-");
    }
}
