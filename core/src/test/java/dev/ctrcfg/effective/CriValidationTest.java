// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ctrcfg.io.FileConfigSource;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.testing.SharedData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Holds the verdict against daemons that were started with a file. */
class CriValidationTest {

    /** What depends on the host that the daemons ran on, or on chance. */
    private static final Set<String> OF_THE_HOST = Set.of(
            "snapshotter doesn't export root path", "could not load runtime instance due to initialization error");

    @Test
    void verdictIsWhatBecameOfTheDaemon() throws IOException {
        Path folder = SharedData.path("containerd", "cri-validation");
        Path top = folder.resolve("../..").toAbsolutePath().normalize();
        EqualityTest.Table table = new EqualityTest.Table();
        SharedData.json(folder.resolve("index.json"))
                .properties()
                .forEach(one -> one.getValue().properties().forEach(cell -> {
                    ContainerdRelease release = ContainerdRelease.parse(cell.getKey());
                    String path = "containerd/cri-validation/" + one.getKey() + ".toml";
                    FileConfigSource files = FileConfigSource.from(top).asHost();
                    Verdict verdict = EffectiveConfig.load(release, files, path).verdict();
                    table.add(one.getKey() + " " + cell.getKey(), differences(cell.getValue(), verdict));
                }));
        table.write(Path.of("target", "equality-cri-validation.txt"));
        assertThat(table.differences()).isEmpty();
    }

    private static List<String> differences(JsonNode recorded, Verdict verdict) {
        List<String> differences = new ArrayList<>();
        Outcome wanted = Map.of(
                        "ok", Outcome.LOADS,
                        "cri-not-loaded", Outcome.CRI_NOT_LOADED,
                        "exit", Outcome.EXITS,
                        "panic", Outcome.PANICS)
                .get(recorded.path("outcome").asText());
        if (verdict.outcome() != wanted) {
            differences.add("outcome " + verdict.outcome() + " instead of " + wanted + " " + verdict.cause());
        }
        String error = error(recorded.path("error").asText());
        String cause = verdict.cause().map(Remark::text).orElse("");
        boolean syntax = verdict.cause().flatMap(Remark::id).orElse("").equals("toml-syntax");
        boolean store = verdict.cause().flatMap(Remark::id).orElse("").equals("bad-content-policy");
        boolean same = syntax ? RecordedCase.Syntax.isSame(error, cause) : error.equals(cause);
        if (!same && !(store && isStoreFailure(error))) {
            differences.add("cause " + cause + " instead of " + error);
        }
        compareWarnings(recorded, verdict, differences);
        return differences;
    }

    /** Which of the services that share the store is asked first is left to chance. */
    private static boolean isStoreFailure(String error) {
        return error.endsWith("unknown policy: bogus: invalid argument");
    }

    private static String error(String recorded) {
        if (recorded.startsWith("level=")) {
            LogLine line = LogLine.parse(recorded);
            return line.get("msg") + ": " + line.get("error");
        }
        return recorded.startsWith("containerd: ") ? recorded.substring("containerd: ".length()) : recorded;
    }

    private static void compareWarnings(JsonNode recorded, Verdict verdict, List<String> differences) {
        List<String> wanted = new ArrayList<>();
        recorded.path("warnings").forEach(warning -> wanted.add(warning.asText()));
        wanted.removeAll(OF_THE_HOST);
        List<String> said = RecordedCase.said(verdict);
        said.removeIf(text -> text.startsWith("Configuration migrated from"));
        said.removeIf(text -> text.startsWith("containerd config version"));
        said.removeIf(text -> text.contains("systemd_cgroup")); // lines about cgroups were left out of the record
        Collections.sort(wanted);
        Collections.sort(said);
        if (!wanted.equals(said)) {
            differences.add("said " + said + " instead of " + wanted);
        }
    }
}
