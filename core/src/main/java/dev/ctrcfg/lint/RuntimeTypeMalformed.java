// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.shim.RuntimeType;
import dev.ctrcfg.shim.ShimBinary;
import java.util.Optional;

/** A {@code runtime_type} that stands for no shim, or for another one than was meant. */
final class RuntimeTypeMalformed extends LintRule {

    RuntimeTypeMalformed() {
        super("runtime-type-malformed", Severity.ERROR, Releases.ALL);
    }

    @Override
    void check(Subject subject, Findings findings) {
        for (WrittenRuntime runtime : subject.runtimes()) {
            String type = runtime.type().value();
            boolean byPath = !runtime.string("runtime_path").isEmpty() && subject.since(ReleaseLine.V1_6);
            if (!type.isEmpty() && !type.startsWith("/") && !byPath && !Placeholder.isPlaceholder(type)) {
                check(subject, runtime, findings);
            }
        }
    }

    private void check(Subject subject, WrittenRuntime runtime, Findings findings) {
        String type = runtime.type().value();
        Optional<ShimBinary> binary = runtime.type().binary(subject.release());
        boolean relative = type.indexOf('/') >= 0 && subject.since(ReleaseLine.V1_7);
        if (binary.isEmpty() || relative) {
            findings.add(
                    this,
                    subject.file()
                            .valueSpot(runtime.key("runtime_type"))
                            .problem("\"" + type + "\" names no shim, and every pod of the handler \"" + runtime.name()
                                    + "\" fails; write something like \"" + meant(type) + "\""));
        } else if (hasVersionBehindHyphen(type)) {
            findings.add(
                    this,
                    subject.file()
                            .valueSpot(runtime.key("runtime_type"))
                            .problem("\"" + type + "\" makes containerd look for "
                                    + binary.get().fileName() + "; did you mean \"" + meant(type) + "\"?")
                            .as(Severity.WARNING));
        }
    }

    private static boolean hasVersionBehindHyphen(String type) {
        String last = type.substring(type.lastIndexOf('.') + 1);
        int hyphen = last.lastIndexOf("-v");
        return hyphen > 0 && hyphen + 2 < last.length() && Character.isDigit(last.charAt(hyphen + 2));
    }

    private static String meant(String type) {
        String name = type.substring(type.lastIndexOf('/') + 1);
        name = name.substring(name.lastIndexOf('.') + 1);
        name = name.startsWith("containerd-shim-") ? name.substring("containerd-shim-".length()) : name;
        int hyphen = name.lastIndexOf("-v");
        boolean versioned = hyphen > 0 && hyphen + 2 < name.length();
        String plain = versioned ? name.substring(0, hyphen) : name;
        String version = versioned ? name.substring(hyphen + 1) : "v2";
        return new RuntimeType("io.containerd." + (plain.isEmpty() ? "runc" : plain) + "." + version).value();
    }
}
