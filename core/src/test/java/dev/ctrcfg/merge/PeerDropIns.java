// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ctrcfg.dropin.DropIn;
import dev.ctrcfg.dropin.DropInFile;
import dev.ctrcfg.dropin.DropInPlan;
import dev.ctrcfg.record.FileRecord;
import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.PluginTableMerge;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cases that write to a file that the main file imports, or take one away. */
final class PeerDropIns {

    private static final String NAME = "99-nvidia.toml";
    private static final TomlDocument NOTHING = TomlDocument.parse("");

    private PeerDropIns() {}

    /** As the peer writes it, the drop-in holds the whole section where a release would read nothing else of it. */
    static List<String> differences(PeerCase peer) throws IOException {
        TomlDocument main = stamped(TomlDocument.parse(peer.text("input.toml")));
        ContainerdRelease release = release(main);
        DropInFile file = DropInFile.of(mainPath(peer), main, NAME, new PeerFiles(Map.of()));
        DropIn dropIn = new DropIn(file, main, NOTHING, DropIn.Extent.COMPLETE);
        MergeOptions options = MergeOptions.DEFAULTS.forReleases(List.of(release));
        MergeResult result =
                Merger.apply(dropIn.view(), peer.patches(dropIn.view().root()), options);
        DropInPlan plan = dropIn.plan(result.document(), result.changes(), List.of(release));

        TomlTable expected = PeerTrees.parse(peer.text("expected.toml"));
        List<String> differences = PeerTrees.differences(expected, plan.main().root());
        List<String> inDropIn = PeerTrees.differences(
                PeerTrees.parse(peer.text("expected-dropin.toml")),
                plan.dropIn().root());
        inDropIn.removeIf(difference -> PeerPatches.isMeant(difference, result));
        if (release.pluginTableMerge() != PluginTableMerge.REPLACED) {
            inDropIn.removeAll(PeerTrees.differences(main.root(), TomlTable.EMPTY));
        }
        inDropIn.forEach(difference -> differences.add("drop-in: " + difference));
        return differences;
    }

    /** The newest that files of version 2 were the usual ones for, or else one that merges what several files say. */
    private static ContainerdRelease release(TomlDocument main) {
        boolean old = main.find(Key.of("version")).equals(Optional.of(TomlValue.of(2)));
        return ContainerdRelease.parse(old ? "1.7" : "2.1");
    }

    /** A main file that is about to be made for every release states the version that every release reads. */
    private static TomlDocument stamped(TomlDocument main) {
        ConfigVersion version = MergeOptions.DEFAULTS.newFileVersion();
        return main.root().isEmpty()
                ? main.edit()
                        .set(Key.of("version"), TomlValue.of(version.number()))
                        .document()
                : main;
    }

    private static String mainPath(PeerCase peer) {
        for (JsonNode op : peer.json().path("operation")) {
            if (op.has("import")) {
                return op.path("import").asText().replace("conf.d/*.toml", "config.toml");
            }
        }
        throw new AssertionError("no import in " + peer.name());
    }

    /** What a pattern imports goes without an edit of the main file, which keeps the pattern as the peer does. */
    static List<String> ofRemoval(PeerCase peer, TomlDocument withoutRuntimes) throws IOException {
        String path = "";
        for (JsonNode op : peer.json().path("operation")) {
            path = op.path("file").asText(path);
        }
        String main = "/etc/containerd/config.toml";
        PeerFiles files = new PeerFiles(Map.of(path, peer.text("dropin.toml")));
        DropInFile found = DropInFile.find(main, withoutRuntimes, NAME, files).orElseThrow();
        TomlTable left = found.withoutImport(main, withoutRuntimes).root();
        List<String> differences = PeerTrees.differences(PeerTrees.parse(peer.text("expected.toml")), left);
        if (!found.path().equals(path)) {
            differences.add("- " + path + ", not " + found.path());
        }
        return differences;
    }

    /** Files that the record of a patch calls its own go when nothing is left of them. */
    static List<String> ofRevert(PeerCase peer) throws IOException {
        PeerCase setup = PeerCase.read(peer.folder().resolveSibling(peer.name().replace("-cleanup-", "-setup-")));
        List<String> differences = new ArrayList<>();
        differences.addAll(left("main file", setup.text("expected.toml"), peer.text("input.toml")));
        differences.addAll(left("drop-in", setup.text("expected-dropin.toml"), peer.text("dropin.toml")));
        return differences;
    }

    private static List<String> left(String what, String written, String found) {
        FileRecord record = FileRecord.created(what, TomlDocument.parse(written));
        TomlDocument left = record.revert(TomlDocument.parse(found)).document();
        boolean nothing = record.revert(TomlDocument.parse(found)).leavesNothing();
        return nothing ? List.of() : List.of("+ " + what + " = " + left.text());
    }
}
