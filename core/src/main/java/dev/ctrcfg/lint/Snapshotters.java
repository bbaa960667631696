// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.KnownPlugins;
import dev.ctrcfg.toml.Key;

/** Which snapshotters a daemon has. */
final class Snapshotters {

    private static final String PREFIX = "io.containerd.snapshotter.v1.";

    private Snapshotters() {}

    /** Whether there is a plugin of that name, a proxy in the file or in force, or maybe one of a distributor. */
    static boolean has(Subject subject, String name) {
        Key proxy = Key.of("proxy_plugins", name);
        return subject.schema().section(PREFIX + name).isPresent()
                || subject.file().value(proxy).isPresent()
                || subject.effective().root().find(proxy).isPresent()
                || KnownPlugins.isOfDistributor(PREFIX + name);
    }
}
