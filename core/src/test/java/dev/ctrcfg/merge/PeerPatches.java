// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import dev.ctrcfg.io.ConfigFile;
import dev.ctrcfg.toml.EditConflictException;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlSyntaxException;
import dev.ctrcfg.toml.TomlTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Cases that change a file, or make one. */
final class PeerPatches {

    private PeerPatches() {}

    static List<String> differences(PeerCase peer) throws IOException {
        MergeResult result;
        try {
            result = apply(peer);
        } catch (TomlSyntaxException | EditConflictException | IllegalArgumentException e) {
            return peer.compare().equals("error") ? List.of() : List.of(e.toString());
        }
        if (peer.compare().equals("error")) {
            return List.of("not refused");
        }
        List<String> differences = new ArrayList<>();
        if (peer.operations().contains("dropin.delete")) {
            differences.addAll(PeerDropIns.ofRemoval(peer, result.document()));
        }
        TomlTable expected = PeerTrees.parse(peer.text("expected.toml"));
        differences.addAll(
                PeerTrees.differences(peer, expected, result.document().root()));
        boolean asMeant = differences.removeIf(difference -> isMeant(difference, result));
        boolean exact = peer.compare().equals("exact") && !asMeant;
        if (exact && !result.document().text().equals(peer.text("expected.toml"))) {
            differences.add("another text: " + result.document().text());
        }
        return differences;
    }

    /** What ctrcfg does on purpose: no peer keeps runc, and none but kata gives a new file a version. */
    static boolean isMeant(String difference, MergeResult result) {
        boolean runc = difference.endsWith("runtimes.runc.runtime_type = \"io.containerd.runc.v2\"");
        boolean told = result.notices().stream().anyMatch(notice -> notice.kind() == Notice.Kind.WRITTEN_OUT);
        return PeerTrees.isTooMuch(difference) && (runc && told || difference.startsWith("+ version = "));
    }

    private static MergeResult apply(PeerCase peer) throws IOException {
        TomlDocument input = TomlDocument.parse(peer.text("input.toml"));
        boolean ofKind = peer.name().startsWith("kind-");
        MergeOptions options = ofKind ? MergeOptions.DEFAULTS.withoutTranslation() : MergeOptions.DEFAULTS;
        return Merger.apply(input, peer.patches(input.root()), options);
    }

    /** What a peer generates is what ctrcfg makes of nothing by the settings that the peer arrives at. */
    static List<String> ofGeneration(PeerCase peer) throws IOException {
        MergeOptions options = MergeOptions.DEFAULTS.forNewFile();
        MergeResult result = Merger.apply(TomlDocument.parse(""), peer.primitivePatches(), options);
        return PeerTrees.differences(
                peer,
                PeerTrees.parse(peer.text("expected.toml")),
                result.document().root());
    }

    /** A file that is not there is neither patched nor made, unless it is asked for. */
    static List<String> ofAbsence(PeerCase peer) throws IOException {
        Path path = peer.folder().resolve("input.toml");
        if (Files.exists(path)) {
            return List.of("there is an input: " + path);
        }
        try {
            ConfigFile.read(path);
            return List.of("not refused");
        } catch (NoSuchFileException e) {
            return Files.exists(path) ? List.of("made: " + path) : List.of();
        }
    }
}
