// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ctrcfg.migrate.MigrationTarget;
import dev.ctrcfg.migrate.Migrator;
import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Cases that migrate a file. */
final class PeerMigrations {

    private PeerMigrations() {}

    static List<String> differences(PeerCase peer) throws IOException {
        TomlTable input = PeerTrees.parse(peer.text("input.toml"));
        TomlTable expected = PeerTrees.parse(peer.text("expected.toml"));
        TomlTable result = Migrator.to(target(peer))
                .migrate("config.toml", TomlDocument.parse(peer.text("input.toml")))
                .files()
                .get(0)
                .document()
                .root();
        if (peer.compare().equals("result-subset-of-expected")) {
            return beyondDefaults(peer, input, expected, result);
        }
        List<String> differences = PeerTrees.differences(peer, expected, result);
        boolean saysNothingOfVersions = expected.get("version").isEmpty();
        differences.removeIf(difference -> saysNothingOfVersions && difference.startsWith("+ version = "));
        return differences;
    }

    /** Nodes of Amazon's had containerd 2.0 when they wrote down what they expect. */
    private static MigrationTarget target(PeerCase peer) {
        JsonNode to = peer.json().path("operation").path(0).path("to");
        if (!to.isIntegralNumber()) {
            return MigrationTarget.of(ContainerdRelease.newest());
        }
        ConfigVersion version = ConfigVersion.of(to.asLong()).orElseThrow();
        return peer.name().startsWith("nodeadm-")
                ? new MigrationTarget(version, ContainerdRelease.parse("2.0"))
                : MigrationTarget.of(version);
    }

    /** The expected file holds every default: what the input says must be in it, and nothing else may come out. */
    private static List<String> beyondDefaults(PeerCase peer, TomlTable input, TomlTable expected, TomlTable result) {
        List<Key> dropped = dropped(peer);
        List<String> differences = new ArrayList<>();
        for (String difference : PeerTrees.differences(expected, result)) {
            if (PeerTrees.isTooMuch(difference) && dropped.stream().noneMatch(key -> isOf(difference, key))) {
                differences.add(difference);
            }
        }
        Set<Key> there = new HashSet<>(PeerTrees.leaves(result).keySet());
        int wanted = PeerTrees.leaves(input).size() - dropped.size();
        if (there.size() < wanted) {
            differences.add("- only " + there.size() + " values are left of " + wanted);
        }
        return differences;
    }

    private static boolean isOf(String difference, Key key) {
        return difference.startsWith("+ " + key + " = ") || difference.startsWith("+ " + key + ".");
    }

    private static List<Key> dropped(PeerCase peer) {
        List<Key> dropped = new ArrayList<>();
        for (JsonNode path : peer.json().path("expect").path("keys_the_new_version_drops")) {
            dropped.add(PeerCase.key(path));
        }
        return dropped;
    }
}
