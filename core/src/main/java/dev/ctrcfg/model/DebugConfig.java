// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.toml.TomlTable;
import java.util.Optional;

/**
 * Logging, and the socket for debugging. Files of version 4 hold the socket in a plugin's table.
 *
 * @param level the log level, such as {@code info}
 * @param format {@code text} or {@code json}
 * @param logTraceId whether log lines carry the trace id
 * @param address the path of the debug socket
 * @param uid the user that owns the socket
 * @param gid the group that owns the socket
 * @param unknown keys that the release has no setting for
 */
public record DebugConfig(
        Optional<String> level,
        Optional<String> format,
        Optional<Boolean> logTraceId,
        Optional<String> address,
        Optional<Long> uid,
        Optional<Long> gid,
        TomlTable unknown) {}
