// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.toml.TomlTable;
import java.util.Optional;

/**
 * The socket that shims report to. Files of version 4 hold it in a plugin's table.
 *
 * @param address the path of the socket
 * @param uid the user that owns the socket
 * @param gid the group that owns the socket
 * @param unknown keys that the release has no setting for
 */
public record TtrpcConfig(Optional<String> address, Optional<Long> uid, Optional<Long> gid, TomlTable unknown) {}
