// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.toml.TomlTable;
import java.util.Optional;

/**
 * A runtime's {@code options}, with the settings of runc and the generic ones by name. Which of them the shim gets to
 * see depends on the runtime's type; see {@code dev.ctrcfg.shim}.
 *
 * @param binaryName the OCI runtime's binary
 * @param systemdCgroup whether cgroups are managed through systemd
 * @param root the OCI runtime's state folder
 * @param noPivotRoot whether the OCI runtime does without pivot_root
 * @param noNewKeyring whether containers share a session keyring
 * @param shimCgroup the cgroup that the shim is put into
 * @param ioUid the user that owns a container's pipes
 * @param ioGid the group that owns a container's pipes
 * @param criuPath the CRIU binary; until containerd 1.6
 * @param criuImagePath the folder of CRIU's images
 * @param criuWorkPath the folder of CRIU's logs
 * @param taskApiAddress the address of the task API; for containerd itself
 * @param taskApiVersion the version of the task API; for containerd itself
 * @param typeUrl the type of the file at {@code configPath}
 * @param configPath the shim's own configuration file
 * @param unknown everything else, values of a wrong type included
 */
public record RuntimeOptions(
        Optional<String> binaryName,
        Optional<Boolean> systemdCgroup,
        Optional<String> root,
        Optional<Boolean> noPivotRoot,
        Optional<Boolean> noNewKeyring,
        Optional<String> shimCgroup,
        Optional<Long> ioUid,
        Optional<Long> ioGid,
        Optional<String> criuPath,
        Optional<String> criuImagePath,
        Optional<String> criuWorkPath,
        Optional<String> taskApiAddress,
        Optional<Long> taskApiVersion,
        Optional<String> typeUrl,
        Optional<String> configPath,
        TomlTable unknown) {}
