// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.registry;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A host that is asked for images.
 *
 * @param url where its API is, such as {@code https://mirror.example.com/v2}
 * @param capabilities what it is asked for
 * @param headers the HTTP headers that are added to requests
 */
public record RegistryHost(String url, Set<Capability> capabilities, Map<String, List<String>> headers) {

    /** Copies the collections. */
    public RegistryHost {
        capabilities = Set.copyOf(capabilities);
        headers = Map.copyOf(headers);
    }
}
