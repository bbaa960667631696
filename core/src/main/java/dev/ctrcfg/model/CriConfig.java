// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.toml.TomlTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The CRI plugin: the one of containerd 1.x, or the three that it became in 2.0.
 *
 * @param defaultRuntimeName the runtime of pods that name no handler
 * @param runtimes the runtimes by handler
 * @param defaultRuntime the runtime of pods that name no handler, defined in place; until containerd 1.7
 * @param untrustedWorkloadRuntime the runtime of untrusted pods, defined in place; until containerd 1.7
 * @param noPivot whether runc does without pivot_root; until containerd 1.7
 * @param ignoreBlockioNotEnabledErrors whether a missing block I/O control is no error
 * @param ignoreRdtNotEnabledErrors whether a missing RDT support is no error
 * @param cni the network plugins
 * @param images images, registries and the snapshotter
 * @param streamingServer the server for exec, attach and port-forward
 * @param systemdCgroup whether the runtime of containerd 1.x manages cgroups through systemd; until 1.7
 * @param disableCgroup whether cgroups are left alone; until containerd 1.7
 * @param enableSelinux whether containers get SELinux labels
 * @param selinuxCategoryRange the upper bound of the SELinux categories
 * @param maxContainerLogLineSize where a log line is split, in bytes; -1 for nowhere
 * @param disableApparmor whether AppArmor profiles are not applied
 * @param restrictOomScoreAdj whether containers cannot have a lower OOM score than containerd
 * @param disableProcMount whether a pod's proc mount type is ignored
 * @param unsetSeccompProfile the seccomp profile of containers that ask for none
 * @param tolerateMissingHugetlbController whether a missing hugetlb controller is no error
 * @param disableHugetlbController whether limits of huge pages are not applied
 * @param deviceOwnershipFromSecurityContext whether devices belong to the pod's user and group
 * @param ignoreImageDefinedVolumes whether volumes that an image declares are not created
 * @param netnsMountsUnderStateDir whether network namespaces are mounted under containerd's state folder
 * @param enableUnprivilegedPorts whether ports below 1024 need no capability
 * @param enableUnprivilegedIcmp whether ping needs no capability
 * @param enableCdi whether devices are handed out by the Container Device Interface
 * @param cdiSpecDirs the folders of CDI specifications
 * @param drainExecSyncIoTimeout how long the rest of an exec's output is waited for, as a Go duration
 * @param ignoreDeprecationWarnings ids of deprecations that are not reported
 * @param statsCollectPeriod how often container statistics are collected, as a Go duration; since containerd 2.3. The
 *     period of the snapshots' statistics is one of the images
 * @param statsRetentionPeriod how long container statistics are kept, as a Go duration
 * @param enableCriu whether containers can be checkpointed and restored
 * @param enableExperimentalRestoreViaCreate whether creating a container can restore a checkpoint
 * @param unknown keys that the release has no setting for
 */
public record CriConfig(
        Optional<String> defaultRuntimeName,
        Map<String, Runtime> runtimes,
        Optional<Runtime> defaultRuntime,
        Optional<Runtime> untrustedWorkloadRuntime,
        Optional<Boolean> noPivot,
        Optional<Boolean> ignoreBlockioNotEnabledErrors,
        Optional<Boolean> ignoreRdtNotEnabledErrors,
        CniConfig cni,
        ImageConfig images,
        StreamingServer streamingServer,
        Optional<Boolean> systemdCgroup,
        Optional<Boolean> disableCgroup,
        Optional<Boolean> enableSelinux,
        Optional<Long> selinuxCategoryRange,
        Optional<Long> maxContainerLogLineSize,
        Optional<Boolean> disableApparmor,
        Optional<Boolean> restrictOomScoreAdj,
        Optional<Boolean> disableProcMount,
        Optional<String> unsetSeccompProfile,
        Optional<Boolean> tolerateMissingHugetlbController,
        Optional<Boolean> disableHugetlbController,
        Optional<Boolean> deviceOwnershipFromSecurityContext,
        Optional<Boolean> ignoreImageDefinedVolumes,
        Optional<Boolean> netnsMountsUnderStateDir,
        Optional<Boolean> enableUnprivilegedPorts,
        Optional<Boolean> enableUnprivilegedIcmp,
        Optional<Boolean> enableCdi,
        List<String> cdiSpecDirs,
        Optional<String> drainExecSyncIoTimeout,
        List<String> ignoreDeprecationWarnings,
        Optional<String> statsCollectPeriod,
        Optional<String> statsRetentionPeriod,
        Optional<Boolean> enableCriu,
        Optional<Boolean> enableExperimentalRestoreViaCreate,
        TomlTable unknown) {

    /** Copies lists and maps. */
    public CriConfig {
        runtimes = Copies.of(runtimes);
        cdiSpecDirs = List.copyOf(cdiSpecDirs);
        ignoreDeprecationWarnings = List.copyOf(ignoreDeprecationWarnings);
    }
}
