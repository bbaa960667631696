// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.toml.TomlTable;
import java.util.List;
import java.util.Optional;

/**
 * A runtime, which its key under {@code runtimes} is the handler of.
 *
 * @param runtimeType the kind of runtime, such as {@code io.containerd.runc.v2}
 * @param runtimePath the shim binary, used instead of the name that the type stands for
 * @param runtimeEngine the binary of the OCI runtime; until containerd 1.7
 * @param runtimeRoot the state folder of the OCI runtime; until containerd 1.7
 * @param podAnnotations patterns of pod annotations that reach the runtime
 * @param containerAnnotations patterns of container annotations that reach the runtime
 * @param options settings for the shim
 * @param privilegedWithoutHostDevices whether privileged containers do not get the host's devices
 * @param privilegedWithoutHostDevicesAllDevicesAllowed whether they may use devices that they create themselves
 * @param cgroupWritable whether unprivileged containers can write to their cgroup
 * @param baseRuntimeSpec the JSON file that the spec of containers starts from
 * @param cniConfDir the folder of CNI configuration for this runtime's pods
 * @param cniMaxConfNum how many files of that folder are loaded
 * @param snapshotter the snapshotter for this runtime's containers
 * @param sandboxer the sandbox controller; {@code sandbox_mode} until containerd 1.7
 * @param disablePauseImagePull whether the pause image is not pulled for this runtime's pods
 * @param ioType how containers' output reaches containerd: {@code fifo} or {@code streaming}
 * @param unknown keys that the release has no setting for
 */
@SuppressWarnings("JavaLangClash")
public record Runtime(
        Optional<String> runtimeType,
        Optional<String> runtimePath,
        Optional<String> runtimeEngine,
        Optional<String> runtimeRoot,
        List<String> podAnnotations,
        List<String> containerAnnotations,
        Optional<RuntimeOptions> options,
        Optional<Boolean> privilegedWithoutHostDevices,
        Optional<Boolean> privilegedWithoutHostDevicesAllDevicesAllowed,
        Optional<Boolean> cgroupWritable,
        Optional<String> baseRuntimeSpec,
        Optional<String> cniConfDir,
        Optional<Long> cniMaxConfNum,
        Optional<String> snapshotter,
        Optional<String> sandboxer,
        Optional<Boolean> disablePauseImagePull,
        Optional<String> ioType,
        TomlTable unknown) {

    /** Copies lists. */
    public Runtime {
        podAnnotations = List.copyOf(podAnnotations);
        containerAnnotations = List.copyOf(containerAnnotations);
    }
}
