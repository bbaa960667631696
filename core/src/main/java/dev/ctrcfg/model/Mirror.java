// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.toml.TomlTable;
import java.util.List;

/**
 * What is asked before a registry.
 *
 * @param endpoint the URLs, in order
 * @param unknown keys that the release has no setting for
 */
public record Mirror(List<String> endpoint, TomlTable unknown) {

    /** Copies the list. */
    public Mirror {
        endpoint = List.copyOf(endpoint);
    }
}
