// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What other tools test themselves with, done with ctrcfg. */
class PeerCasesTest {

    /** Something that a peer does, and how ctrcfg does it. */
    private interface Operation {

        /** {@return where what comes out is not what the case expects} */
        List<String> differences(PeerCase peer) throws IOException;
    }

    private static final Set<String> COMPARED =
            Set.of("semantic", "exact", "subset", "result-subset-of-expected", "lint", "error", "file-absent");

    /** Cases with another outcome, and why. */
    private static final Map<String, String> DIFFERENT = Map.ofEntries(
            entry(
                    "containerd-migrate-v3-v4-existing-wins",
                    "containerd 2.0 to 2.2 listen at grpc.address and read no such plugin's table; migrating keeps the"
                            + " socket where it is and reports the other address as lost"),
            entry(
                    "gardener-plugin-untranslated-v3",
                    "a key that no containerd knows goes where its neighbours are; the case's note calls the peer's"
                            + " place one that containerd ignores"),
            entry("gardener-static-v4", "the peer writes bin_dir beside bin_dirs, which containerd 2.1 refuses"),
            entry(
                    "kops-generate-complex",
                    "the handler goes where version 4 has it; the case's note calls the peer's place one that"
                            + " containerd ignores"),
            entry(
                    "nodeadm-error-v3-on-1x",
                    "the patch is translated, so the node gets what it asks for; without translation it is refused"),
            entry(
                    "nvidia-add-v2-10-runtime-already-exists-in-config-not-default-runtime",
                    "the peer takes the default away when the runtime is added again"),
            entry(
                    "nvidia-add-v3-07-empty-v3-spec-is-supported",
                    "files of version 3 have no runtime_root and runtime_engine: containerd 2 would warn of both"),
            entry(
                    "nvidia-life-02-cleanup-v1-existing-config-with-default-runtime-name-and-options-inheritanc",
                    "the peer does not restore the default runtime"),
            entry(
                    "nvidia-life-04-cleanup-v1-existing-config-with-default-runtime-name-set-and-restoration-on",
                    "the peer does not restore the default runtime"),
            entry(
                    "nvidia-life-08-cleanup-v2-existing-config-with-nvidia-runtime-using-old-path-already-prese",
                    "the peer does not restore the default runtime"),
            entry("nvidia114-default-v1-legacy", "nothing but its own keys makes the deprecated table default_runtime"),
            entry("nvidia114-revert-v1-3", "nothing but its own keys removes the deprecated table default_runtime"));

    @TestFactory
    Stream<DynamicTest> allButTheListedOnesAreMet() throws IOException {
        return cases().stream().map(peer -> DynamicTest.dynamicTest(peer.name(), () -> check(peer)));
    }

    @Test
    void everyListedCaseIsThere() throws IOException {
        assertThat(cases().stream().map(PeerCase::name)).containsAll(DIFFERENT.keySet());
    }

    private static List<PeerCase> cases() throws IOException {
        List<PeerCase> cases = new ArrayList<>();
        try (Stream<Path> folders = Files.list(Shared.require("peer-cases"))) {
            folders.filter(Files::isDirectory)
                    .filter(folder -> !folder.endsWith("_tables"))
                    .sorted()
                    .forEach(folder -> cases.add(PeerCase.read(folder)));
        }
        return cases;
    }

    private static void check(PeerCase peer) throws IOException {
        assertThat(COMPARED).contains(peer.compare());
        String reason = DIFFERENT.get(peer.name());
        List<String> differences = operation(peer).differences(peer);
        if (reason == null) {
            assertThat(differences).as(peer.name()).isEmpty();
        } else {
            assertThat(differences).as("differs no more: " + reason).isNotEmpty();
        }
    }

    /** The operation by the first of a case's steps; steps of patches that nobody knows fail when they are read. */
    private static Operation operation(PeerCase peer) {
        if (peer.isTemplate()) {
            return PeerTemplates::differences;
        }
        if (peer.isInputAbsent()) {
            return PeerPatches::ofAbsence;
        }
        if (peer.compare().equals("file-absent")) {
            return PeerDropIns::ofRevert;
        }
        return switch (peer.operations().get(0)) {
            case "migrate" -> PeerMigrations::differences;
            case "imports.load", "imports.merge" -> PeerImports::differences;
            case "lint" -> PeerFindings::differences;
            case "dropin.target" -> PeerDropIns::differences;
            case "generate" -> PeerPatches::ofGeneration;
            default -> PeerPatches::differences;
        };
    }
}
