// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.toml.TomlTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A plugin that another process serves.
 *
 * @param type what it stands in for: {@code snapshot}, {@code content}, {@code sandbox} or {@code diff}
 * @param address the path of its socket
 * @param platform the platform it works for
 * @param exports what it tells about itself
 * @param capabilities what it can do
 * @param unknown keys that the release has no setting for
 */
public record ProxyPlugin(
        Optional<String> type,
        Optional<String> address,
        Optional<String> platform,
        Map<String, String> exports,
        List<String> capabilities,
        TomlTable unknown) {

    /** Copies lists and maps. */
    public ProxyPlugin {
        exports = Copies.of(exports);
        capabilities = List.copyOf(capabilities);
    }
}
