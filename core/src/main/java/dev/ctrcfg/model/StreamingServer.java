// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.toml.TomlTable;
import java.util.Optional;

/**
 * The server for exec, attach and port-forward.
 *
 * @param disableTcpService whether the CRI is not served on a TCP port
 * @param streamServerAddress the address that it listens on
 * @param streamServerPort the port, as a string; {@code "0"} for any free one
 * @param streamIdleTimeout when a silent stream is closed, as a Go duration
 * @param enableTlsStreaming whether streams are encrypted
 * @param x509KeyPairStreaming the server's certificate
 * @param unknown keys that the release has no setting for; those of the plugin's table in containerd 1.x are listed
 *     with the CRI plugin
 */
public record StreamingServer(
        Optional<Boolean> disableTcpService,
        Optional<String> streamServerAddress,
        Optional<String> streamServerPort,
        Optional<String> streamIdleTimeout,
        Optional<Boolean> enableTlsStreaming,
        X509KeyPair x509KeyPairStreaming,
        TomlTable unknown) {}
