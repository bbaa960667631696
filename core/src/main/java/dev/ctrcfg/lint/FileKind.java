// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.toml.TomlTable;

/** What a file configures. */
enum FileKind {
    /** containerd, as config.toml or a part of it. */
    CONFIG,
    /** A registry, as hosts.toml. */
    HOSTS;

    private static final String HOSTS_TOML = "hosts.toml";

    /** The kind that a file's name says; if it says none, the one that its content does. */
    static FileKind of(String name, TomlTable root) {
        if (name.equals(HOSTS_TOML) || name.endsWith("/" + HOSTS_TOML)) {
            return HOSTS;
        }
        boolean hosts = root.get("server").isPresent() || root.get("host").isPresent();
        boolean config = root.get("version").isPresent() || root.get("plugins").isPresent();
        return hosts && !config && !name.endsWith("config.toml") ? HOSTS : CONFIG;
    }
}
