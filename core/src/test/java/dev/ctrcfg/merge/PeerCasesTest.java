// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.testing.Shared;
import dev.ctrcfg.toml.EditConflictException;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlSyntaxException;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What other tools test themselves with, as far as it is patching. */
class PeerCasesTest {

    /** Operations that are not this package's, and have tests of their own. */
    private static final Set<String> NOT_OF_PATCHES =
            Set.of("migrate", "lint", "imports.load", "imports.merge", "generate", "dropin.target");

    /** Cases with another outcome, and why. */
    private static final Map<String, String> DIFFERENT = Map.ofEntries(
            entry("gardener-plugin-untranslated-v3", "a key that no containerd knows goes where its neighbours are"),
            entry("gardener-static-v4", "the peer writes bin_dir beside bin_dirs, which containerd 2.1 refuses"),
            entry("nodeadm-error-v3-on-1x", "the patch is translated; it is refused without translation"),
            entry(
                    "nvidia-add-v2-10-runtime-already-exists-in-config-not-default-runtime",
                    "the peer takes the default away when the runtime is added again"),
            entry(
                    "nvidia-add-v3-07-empty-v3-spec-is-supported",
                    "files of version 3 have no runtime_root and runtime_engine"),
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
        List<DynamicTest> tests = new ArrayList<>();
        for (PeerCase peer : cases()) {
            boolean other = peer.operations().stream().anyMatch(NOT_OF_PATCHES::contains);
            boolean absent = peer.isInputAbsent() || peer.compare().equals("file-absent");
            if (!other && !absent && !peer.isTemplate()) {
                tests.add(DynamicTest.dynamicTest(peer.name(), () -> check(peer)));
            }
        }
        return tests.stream();
    }

    private static List<PeerCase> cases() throws IOException {
        List<PeerCase> cases = new ArrayList<>();
        try (Stream<Path> folders = Files.list(Shared.require("peer-cases"))) {
            folders.filter(folder -> Files.exists(folder.resolve("op.json")))
                    .sorted()
                    .forEach(folder -> cases.add(PeerCase.read(folder)));
        }
        return cases;
    }

    private static void check(PeerCase peer) throws IOException {
        String reason = DIFFERENT.get(peer.name());
        List<String> differences = differences(peer);
        if (reason == null) {
            assertThat(differences).as(peer.name()).isEmpty();
        } else {
            assertThat(differences).as("differs no more: " + reason).isNotEmpty();
        }
    }

    private static List<String> differences(PeerCase peer) throws IOException {
        MergeResult result;
        try {
            result = apply(peer);
        } catch (TomlSyntaxException | EditConflictException | IllegalArgumentException e) {
            return peer.compare().equals("error") ? List.of() : List.of(e.toString());
        }
        if (peer.compare().equals("error")) {
            return List.of("not refused");
        }
        TomlTable expected = TomlDocument.parse(peer.text("expected.toml")).root();
        List<String> differences = differences(expected, result.document().root());
        boolean asMeant = differences.removeIf(difference -> isMeant(difference, result) || isMore(difference, peer));
        boolean exact = peer.compare().equals("exact") && !asMeant;
        if (exact && !result.document().text().equals(peer.text("expected.toml"))) {
            differences.add("another text: " + result.document().text());
        }
        return differences;
    }

    /** What ctrcfg does on purpose: no peer keeps runc, and none but kata gives a new file a version. */
    private static boolean isMeant(String difference, MergeResult result) {
        boolean runc = difference.endsWith("runtimes.runc.runtime_type = \"io.containerd.runc.v2\"");
        boolean told = result.notices().stream().anyMatch(notice -> notice.kind() == Notice.Kind.WRITTEN_OUT);
        return difference.startsWith("+ ") && (runc && told || difference.startsWith("+ version = "));
    }

    private static boolean isMore(String difference, PeerCase peer) {
        return peer.compare().equals("subset") && difference.startsWith("+ ");
    }

    private static MergeResult apply(PeerCase peer) throws IOException {
        TomlDocument input = TomlDocument.parse(peer.text("input.toml"));
        boolean ofKind = peer.name().startsWith("kind-");
        MergeOptions options = ofKind ? MergeOptions.DEFAULTS.withoutTranslation() : MergeOptions.DEFAULTS;
        return Merger.apply(input, peer.patches(input.root()), options);
    }

    private static List<String> differences(TomlTable expected, TomlTable result) {
        List<String> differences = new ArrayList<>();
        Map<Key, TomlValue> wanted = leaves(expected);
        Map<Key, TomlValue> there = leaves(result);
        wanted.forEach((key, value) -> {
            if (!value.equals(there.get(key))) {
                differences.add("- " + key + " = " + value);
            }
        });
        there.forEach((key, value) -> {
            if (!value.equals(wanted.get(key))) {
                differences.add("+ " + key + " = " + value);
            }
        });
        return differences;
    }

    private static Map<Key, TomlValue> leaves(TomlTable root) {
        Map<Key, TomlValue> leaves = new java.util.LinkedHashMap<>();
        collect(Key.ROOT, root, leaves);
        return leaves;
    }

    private static void collect(Key key, TomlTable table, Map<Key, TomlValue> leaves) {
        table.entries().forEach((name, value) -> {
            if (value instanceof TomlTable inner && !inner.isEmpty()) {
                collect(key.child(name), inner, leaves);
            } else {
                leaves.put(key.child(name), value);
            }
        });
    }
}
