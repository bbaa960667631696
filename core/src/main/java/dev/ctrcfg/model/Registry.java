// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.toml.TomlTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where images come from, and how containerd signs in there.
 *
 * @param configPath folders with a {@code hosts.toml} per registry, with a colon between them
 * @param mirrors endpoints by registry host
 * @param configs credentials, and until containerd 1.7 TLS settings, by the host of an endpoint
 * @param auths credentials by URL of a registry
 * @param headers HTTP headers of every request, by name
 * @param unknown keys that the release has no setting for
 */
public record Registry(
        Optional<String> configPath,
        Map<String, Mirror> mirrors,
        Map<String, RegistryConfig> configs,
        Map<String, AuthConfig> auths,
        Map<String, List<String>> headers,
        TomlTable unknown) {

    /** Copies maps. */
    public Registry {
        mirrors = Copies.of(mirrors);
        configs = Copies.of(configs);
        auths = Copies.of(auths);
        Map<String, List<String>> copied = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> header : headers.entrySet()) {
            copied.put(header.getKey(), List.copyOf(header.getValue()));
        }
        headers = Copies.of(copied);
    }
}
