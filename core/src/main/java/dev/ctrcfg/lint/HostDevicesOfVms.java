// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.shim.ShimBinary;
import java.util.List;

/** A runtime that runs pods in virtual machines and gives privileged ones all devices of the host. */
final class HostDevicesOfVms extends LintRule {

    private static final String SETTING = "privileged_without_host_devices";
    private static final List<String> MACHINES = List.of("kata", "firecracker", "urunc", "rune", "quark");

    HostDevicesOfVms() {
        super("privileged-host-devices", Severity.WARNING, Releases.since(ReleaseLine.V1_3));
    }

    @Override
    void check(Subject subject, Findings findings) {
        for (WrittenRuntime runtime : subject.runtimes()) {
            if (isMachine(subject, runtime) && !runtime.flag(SETTING)) {
                findings.add(
                        this,
                        subject.file()
                                .spot(runtime.has(SETTING) ? runtime.key(SETTING) : runtime.key())
                                .problem("a privileged pod of the handler \"" + runtime.name()
                                        + "\" gets every device of the host into its virtual machine, and often fails to"
                                        + " start; write " + SETTING + " = true"));
            }
        }
    }

    private static boolean isMachine(Subject subject, WrittenRuntime runtime) {
        String path = runtime.string("runtime_path");
        String name = path.isEmpty()
                ? runtime.type()
                        .binary(subject.release())
                        .map(ShimBinary::fileName)
                        .orElse("")
                : path.substring(path.lastIndexOf('/') + 1);
        for (String machine : MACHINES) {
            if (name.startsWith("containerd-shim-" + machine) || name.equals("containerd-shim-aws-" + machine)) {
                return true;
            }
        }
        return false;
    }
}
