// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.shim.OptionsKind;
import dev.ctrcfg.toml.TomlBoolean;
import dev.ctrcfg.toml.TomlValue;
import java.util.Optional;

/** A runtime whose cgroups another driver makes than the kubelet's. */
final class CgroupDriver extends LintRule {

    private static final String OPTION = "SystemdCgroup";

    CgroupDriver() {
        super("cgroup-driver", Severity.ERROR, Releases.ALL);
    }

    @Override
    void check(Subject subject, Findings findings) {
        for (WrittenRuntime runtime : subject.runtimes()) {
            if (OptionsKind.of(runtime.type(), subject.release()) == OptionsKind.RUNC || isBareRunc(runtime)) {
                compare(subject, runtime, findings);
            }
        }
    }

    private static boolean isBareRunc(WrittenRuntime runtime) {
        return runtime.name().equals("runc") && runtime.type().value().isEmpty();
    }

    private void compare(Subject subject, WrittenRuntime runtime, Findings findings) {
        Optional<TomlValue> written = runtime.options().get(OPTION);
        boolean systemd = written.orElse(null) instanceof TomlBoolean flag && flag.value();
        Optional<String> kubelet = subject.options().kubelet().map(KubeletConfig::cgroupDriver);
        Spot spot =
                subject.file().spot(written.isPresent() ? runtime.key("options").child(OPTION) : runtime.key());
        if (kubelet.isEmpty()) {
            unknownKubelet(spot, written.isPresent(), systemd, findings);
        } else if (systemd && kubelet.get().equals("cgroupfs")) {
            findings.add(
                    this,
                    spot.problem(
                            "the kubelet's cgroupDriver is cgroupfs, and runc refuses its cgroups when SystemdCgroup ="
                                    + " true; write SystemdCgroup = false, or cgroupDriver: systemd for the kubelet"));
        } else if (!systemd && kubelet.get().equals("systemd")) {
            findings.add(
                    this,
                    spot.problem(
                                    "the kubelet's cgroupDriver is systemd, and two managers of cgroups make nodes unstable;"
                                            + " write SystemdCgroup = true")
                            .as(Severity.WARNING));
        }
    }

    private void unknownKubelet(Spot spot, boolean written, boolean systemd, Findings findings) {
        if (!systemd) {
            findings.add(
                    this,
                    spot.problem(
                                    "runc makes cgroups without systemd, which the kubelet of kubeadm does not expect; write"
                                            + " SystemdCgroup = true unless its cgroupDriver is cgroupfs")
                            .as(written ? Severity.WARNING : Severity.INFO));
        }
    }
}
