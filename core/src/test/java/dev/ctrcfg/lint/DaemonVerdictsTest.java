// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.KeyMoves;
import dev.ctrcfg.release.KeySchema;
import dev.ctrcfg.release.Landing;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.release.RuntimesDefault;
import dev.ctrcfg.testing.SharedData;
import dev.ctrcfg.toml.Entry;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlInteger;
import dev.ctrcfg.toml.TomlSyntaxException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Lint says error whenever a real containerd did not start, crashed, lost its CRI plugin or read over a setting, or when
 * a handler must fail, and does not when nothing of the kind was recorded.
 */
class DaemonVerdictsTest {

    private static final String UNKNOWN = "Ignoring unknown key";

    /** What only shows when a pod is created, so that no daemon recorded it; from the rules of containerd. */
    private static final Map<String, String> FAILS_LATER = Map.ofEntries(
            Map.entry("c03-runtime-type-empty", "1.2"),
            Map.entry("c27-runtime-snapshotter-unknown", "1.2"),
            Map.entry("c33-sandbox-mode-bogus", "2.0"),
            Map.entry("c40-options-wrong-type", "1.2"),
            Map.entry("c58-runtime-path-relative", "1.7"),
            Map.entry("c60-annotation-bad-pattern", "1.2"),
            Map.entry("e03-sandboxer-bogus", "2.0"),
            Map.entry("e20-options-wrong-type-v3", "2.0"),
            Map.entry("s04-unknown-plugin", "1.2"),
            Map.entry("s07-unknown-key-options-v2", "1.2"),
            Map.entry("s32-unquoted-plugin-id", "1.2"),
            Map.entry("c34-criupath", "1.7"),
            Map.entry("c55-unknown-snapshotter-plugin-conf", "1.2"),
            Map.entry("s37-plugin-value-in-plugins", "1.2"),
            Map.entry("s38-timeouts-bad", "1.2"),
            Map.entry("f01-v4-legacy-grpc-ignored", "2.3"));

    /** What depends on the files of the host. */
    private static final Set<String> OF_THE_HOST = Set.of("c28-base-spec-missing");

    private record Recorded(String name, ContainerdRelease release, Path file, boolean wrong) {}

    @Test
    void criValidationAgrees() throws IOException {
        Path folder = SharedData.path("containerd", "cri-validation");
        JsonNode index = SharedData.json(folder.resolve("index.json"));
        List<Recorded> recorded = new ArrayList<>();
        index.properties()
                .forEach(one -> one.getValue().properties().forEach(run -> {
                    JsonNode result = run.getValue();
                    boolean wrong = !result.path("outcome").asText().equals("ok")
                            || result.path("warnings").toString().contains(UNKNOWN);
                    recorded.add(new Recorded(
                            one.getKey(),
                            ContainerdRelease.parse(run.getKey()),
                            folder.resolve(one.getKey() + ".toml"),
                            wrong));
                }));
        Set<Key> common = keys(Files.readString(folder.resolve("c00-default.toml")));
        common.remove(Key.of("version"));
        compare(recorded, common);
    }

    @Test
    void strictnessAgrees() throws IOException {
        List<Recorded> recorded = new ArrayList<>();
        try (Stream<Path> folders = Files.list(SharedData.path("containerd", "strictness"))) {
            folders.filter(Files::isDirectory).sorted().forEach(folder -> {
                SharedData.json(folder.resolve("result.json")).properties().forEach(run -> {
                    if (!run.getKey().startsWith("pure-")) {
                        boolean wrong = run.getValue().path("exit").asInt() != 0
                                || run.getValue().path("stderr").toString().contains(UNKNOWN);
                        recorded.add(new Recorded(
                                folder.getFileName().toString(),
                                ContainerdRelease.parse(run.getKey()),
                                folder.resolve("input.toml"),
                                wrong));
                    }
                });
            });
        }
        compare(recorded, Set.of());
    }

    private static void compare(List<Recorded> all, Set<Key> common) throws IOException {
        Map<String, String> differences = new TreeMap<>();
        for (Recorded one : all) {
            if (OF_THE_HOST.contains(one.name)) {
                continue;
            }
            byte[] content = Files.readAllBytes(one.file);
            List<Finding> errors = errors(one, content);
            boolean expected = one.wrong || failsLater(one) || isReadOver(one, content);
            if (expected == errors.isEmpty()) {
                differences.put(one.name + " " + one.release, expected ? "no error" : errors.toString());
            }
            for (Finding error : errors) {
                boolean own = one.name.startsWith("f01-");
                if (error.key().isPresent() && common.contains(error.key().get()) && !own) {
                    differences.put(one.name + " " + one.release + " key", error.toString());
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(all).hasSizeGreaterThan(400);
    }

    private static List<Finding> errors(Recorded one, byte[] content) {
        Linter linter = new Linter(LintOptions.NONE.forReleases(one.release));
        return linter.lint(one.name + ".toml", content).findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
    }

    private static boolean failsLater(Recorded one) {
        if (one.name.equals("s50-bare-key-hyphen")) {
            // config dump does not tell that the CRI plugin has no runc.
            return one.release.runtimesDefault() == RuntimesDefault.LOST;
        }
        String since = FAILS_LATER.get(one.name);
        return since != null && one.release.since(ContainerdRelease.parse(since).line());
    }

    /** containerd 1 says nothing of keys that it does not know; what it knows was measured by reflection. */
    private static boolean isReadOver(Recorded one, byte[] content) {
        if (one.release.since(ReleaseLine.V2_0)) {
            return isLost(one.release, content);
        }
        KeySchema schema = KeySchema.of(one.release);
        for (Key key : keys(new String(content, StandardCharsets.UTF_8))) {
            boolean plugin = key.size() > 2 && key.part(0).equals(new Key.Name("plugins"));
            boolean known = !plugin || schema.section(key.name(1)).isPresent();
            if (known
                    && schema.find(ConfigVersion.V2, key).isEmpty()
                    && !(plugin && key.toString().contains(".options."))) {
                return true;
            }
        }
        return false;
    }

    /** The log of a daemon of containerd 2 does not tell of keys that its migration drops. */
    private static boolean isLost(ContainerdRelease release, byte[] content) {
        if (keys(new String(content, StandardCharsets.UTF_8)).isEmpty()) {
            return false;
        }
        TomlDocument document = TomlDocument.parse(content);
        long version = document.root().get("version").orElse(null) instanceof TomlInteger number ? number.value() : 1;
        for (Entry entry : document.entries()) {
            boolean lost = ConfigVersion.of(version).isPresent()
                    && KeyMoves.of(release).landing(ConfigVersion.of(version).get(), entry.key())
                            instanceof Landing.Lost;
            if (lost) {
                return true;
            }
        }
        return false;
    }

    private static Set<Key> keys(String text) {
        Set<Key> keys = new HashSet<>();
        try {
            for (Entry entry : TomlDocument.parse(text).entries()) {
                keys.add(entry.key());
            }
        } catch (TomlSyntaxException e) {
            return keys;
        }
        return keys;
    }
}
