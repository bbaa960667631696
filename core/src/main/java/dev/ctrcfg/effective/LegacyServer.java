// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.ContainerdRelease;
import java.util.List;

/** The daemon's sockets at the top level, where they have become plugins and nobody looks any more. */
final class LegacyServer {

    private static final String TEXT = "since version 4 of the file the sockets are plugins of their own";

    private LegacyServer() {}

    static void report(ContainerdRelease release, Branch config, Remarks remarks) {
        if (release.maxConfigVersion() != ConfigVersion.V4) {
            return;
        }
        for (String name : List.of("grpc", "ttrpc", "metrics")) {
            Branch table = config.table(name);
            if (table != null) {
                reportAll(table, table.names(), remarks);
            }
        }
        Branch debug = config.table("debug");
        if (debug != null) {
            reportAll(debug, List.of("address", "uid", "gid"), remarks);
        }
    }

    private static void reportAll(Branch table, List<String> names, Remarks remarks) {
        for (String name : names) {
            Node node = table.get(name);
            if (node != null && node.written() != null) {
                remarks.ignored("legacy-server-key", TEXT, node.written());
            }
        }
    }
}
