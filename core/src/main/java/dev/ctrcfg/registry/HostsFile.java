// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.registry;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.toml.TomlDialect;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlSyntaxException;
import java.util.List;

/**
 * A {@code hosts.toml}: the hosts that stand in for a registry, in the order they are asked, and the registry's own
 * server last.
 *
 * <p>Source: {@code parseHostsFile} in containerd's remotes/docker/config/hosts.go (1.x) and
 * core/remotes/docker/config/hosts.go (2.x).
 */
public sealed interface HostsFile {

    /**
     * A file that containerd follows.
     *
     * @param hosts the hosts; the last has no URL if the file names no server, and then the registry itself is asked
     */
    record Followed(List<HostEntry> hosts) implements HostsFile {

        /** Copies the list. */
        public Followed {
            hosts = List.copyOf(hosts);
        }
    }

    /**
     * A file that containerd logs an error about and then does as if it was not there.
     *
     * @param reason what is wrong with it
     */
    record Ignored(String reason) implements HostsFile {}

    /**
     * {@return what a release makes of a file}
     *
     * @param file the bytes of the file
     * @param release the release, 1.5 or later
     */
    static HostsFile read(byte[] file, ContainerdRelease release) {
        TomlDialect dialect = release.tomlDialect();
        try {
            TomlDocument document = TomlDocument.parse(file, dialect.options());
            for (TomlDialect.Refusal refusal : dialect.refusals(document)) {
                return new Ignored(dialect + " does not read " + refusal.construct());
            }
            return new HostsReader(document, release).read();
        } catch (TomlSyntaxException | IllegalArgumentException e) {
            return new Ignored(String.valueOf(e.getMessage()));
        }
    }
}
