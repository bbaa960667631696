// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.toml.TomlTable;
import java.util.Optional;

/**
 * The certificate of the streaming server.
 *
 * @param tlsCertFile the file with the certificate
 * @param tlsKeyFile the file with the private key
 * @param unknown keys that the release has no setting for
 */
public record X509KeyPair(Optional<String> tlsCertFile, Optional<String> tlsKeyFile, TomlTable unknown) {}
