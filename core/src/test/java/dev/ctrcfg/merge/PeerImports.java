// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ctrcfg.effective.EffectiveConfig;
import dev.ctrcfg.effective.Outcome;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Cases that load a file with those that it imports: each must be what the expected file is on its own. */
final class PeerImports {

    private static final String FOLDER = "/etc/containerd/";
    private static final String MAIN = FOLDER + "data1.toml";
    private static final Key IMPORTS = Key.of("imports");

    private PeerImports() {}

    static List<String> differences(PeerCase peer) throws IOException {
        List<String> differences = new ArrayList<>();
        for (String line : List.of("2.0", "2.1", "2.2", "2.3", "2.4")) {
            ContainerdRelease release = ContainerdRelease.parse(line);
            EffectiveConfig result = EffectiveConfig.load(release, files(peer), MAIN);
            boolean refuses = isNewer(peer) && release.since(ReleaseLine.V2_3);
            boolean refused = result.dumpVerdict().outcome() != Outcome.LOADS;
            if (refused != refuses) {
                differences.add(line + ": " + result.dumpVerdict());
            }
            for (String difference : refuses ? List.<String>of() : differences(peer, result)) {
                differences.add(line + ": " + difference);
            }
        }
        return differences;
    }

    /** As the note of the case says, containerd 2.3 refuses what is of a higher version than the file that imports it. */
    private static boolean isNewer(PeerCase peer) {
        return peer.name().equals("containerd-imports-higher-version");
    }

    private static List<String> differences(PeerCase peer, EffectiveConfig result) throws IOException {
        TomlDocument wanted = TomlDocument.parse(peer.text("expected.toml"));
        PeerFiles alone = new PeerFiles(
                Map.of(MAIN, wanted.edit().remove(IMPORTS).document().text()));
        EffectiveConfig expected = EffectiveConfig.load(result.release(), alone, MAIN);
        List<String> differences = PeerTrees.differences(
                expected.loaded().without("imports"), result.loaded().without("imports"));
        differences.removeIf(difference -> difference.equals("+ plugins = {}"));
        if (expected.loaded().isEmpty()) {
            differences.add("the expected file is refused: " + expected.dumpVerdict());
        }
        if (wanted.contains(IMPORTS) && !items(wanted.root()).equals(items(result.loaded()))) {
            differences.add("- imports = " + items(wanted.root()) + ", not " + items(result.loaded()));
        }
        return differences;
    }

    private static Set<TomlValue> items(TomlTable root) {
        TomlValue imports = root.get("imports").orElseGet(() -> new TomlArray(List.of()));
        return new HashSet<>(((TomlArray) imports).items());
    }

    private static PeerFiles files(PeerCase peer) throws IOException {
        TomlDocument main = TomlDocument.parse(peer.text("input.toml"));
        Map<String, String> texts = new LinkedHashMap<>();
        for (JsonNode file : peer.json().path("operation").path(0).path("files")) {
            main = main.edit().ensureItem(IMPORTS, TomlValue.of(file.asText())).document();
            texts.put(FOLDER + file.asText(), peer.text(file.asText()));
        }
        if (texts.isEmpty()) {
            texts.put(FOLDER + "data2.toml", peer.text("data2.toml"));
        }
        texts.put(MAIN, main.text());
        return new PeerFiles(texts);
    }
}
