// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.PluginIds;
import dev.ctrcfg.toml.TomlTable;
import java.util.Set;

/** What the rules have to know about the tables of the CRI plugin. */
final class CriSettings {

    /** What files of version 3 still have in the table of version 2. */
    static final Set<String> OF_THE_SERVER = Set.of(
            "disable_tcp_service",
            "stream_server_address",
            "stream_server_port",
            "stream_idle_timeout",
            "enable_tls_streaming",
            "x509_key_pair_streaming");

    private CriSettings() {}

    /** Whether a table has more than the settings of the streaming server. */
    static boolean hasMoreThanServer(TomlTable table) {
        return !OF_THE_SERVER.containsAll(table.entries().keySet());
    }

    /** Whether the CRI plugin has several tables in files of a version. */
    static boolean isSplit(ConfigVersion version) {
        return version == ConfigVersion.V3 || version == ConfigVersion.V4;
    }

    /** Whether an id is that of one of the CRI plugin's tables. */
    static boolean isTable(String id) {
        return id.equals(PluginIds.CRI_SHORT)
                || id.equals(PluginIds.CRI)
                || id.equals(PluginIds.CRI_RUNTIME)
                || id.equals(PluginIds.CRI_IMAGES);
    }
}
