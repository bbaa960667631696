// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.toml.TomlTable;
import java.util.Optional;

/**
 * How a connection to a registry is secured.
 *
 * @param insecureSkipVerify whether any certificate is accepted
 * @param caFile the file with the certificate authorities that vouch for the host
 * @param certFile the file with the certificate that containerd shows
 * @param keyFile the file with its private key
 * @param unknown keys that the release has no setting for
 */
public record TlsConfig(
        Optional<Boolean> insecureSkipVerify,
        Optional<String> caFile,
        Optional<String> certFile,
        Optional<String> keyFile,
        TomlTable unknown) {}
