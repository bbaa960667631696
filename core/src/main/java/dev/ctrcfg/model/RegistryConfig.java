// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.toml.TomlTable;
import java.util.Optional;

/**
 * How one host is talked to.
 *
 * @param auth the credentials
 * @param tls how the connection is secured; until containerd 1.7
 * @param unknown keys that the release has no setting for
 */
public record RegistryConfig(Optional<AuthConfig> auth, Optional<TlsConfig> tls, TomlTable unknown) {}
