// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One host of a {@code hosts.toml}.
 *
 * @param url its scheme, host and path; empty for the entry of a file that names no server
 * @param capabilities what it is asked for
 * @param headers the HTTP headers that are added to requests
 * @param tls whether the entry says how to connect by TLS
 */
public record HostEntry(
        Optional<String> url, Set<Capability> capabilities, Map<String, List<String>> headers, Tls tls) {

    /** Whether an entry has settings for TLS. */
    public enum Tls {
        /** It has none. */
        UNSPECIFIED,
        /** It has authorities, client certificates, or says whether to verify. */
        SPECIFIED
    }

    /** Copies the collections. */
    public HostEntry {
        capabilities = Set.copyOf(capabilities);
        headers = Map.copyOf(headers);
    }
}
