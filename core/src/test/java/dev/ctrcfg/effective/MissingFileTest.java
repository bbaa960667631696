// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.DefaultConfig;
import dev.ctrcfg.testing.SharedData;
import dev.ctrcfg.toml.TomlDocument;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissingFileTest {

    private static final String MISSING = "$LAB/sem/nope.toml";

    @Test
    void missingFilesAreTakenAsWasRecorded() {
        List<String> differences = new ArrayList<>();
        SharedData.json(SharedData.path("containerd", "missing-file-behaviour.json"))
                .properties()
                .forEach(entry -> {
                    ContainerdRelease release = ContainerdRelease.parse(entry.getKey());
                    JsonNode recorded = entry.getValue();
                    EffectiveConfig root = EffectiveConfig.load(release, ConfigSource.none(), MISSING);
                    compare(differences, release + " dump", recorded.path("dump -c missing"), root.dumpVerdict());
                    compare(differences, release + " daemon", recorded.path("daemon -c missing"), root.verdict());
                    TomlDocument text = TomlDocument.parse("version = 2\nimports = [\"nope.toml\"]\n");
                    EffectiveConfig drop =
                            EffectiveConfig.of(release, "$LAB/sem/mi/main.toml", text, ConfigSource.none());
                    compare(differences, release + " import", recorded.path("daemon missing import"), drop.verdict());
                });

        assertThat(differences).isEmpty();
    }

    private static void compare(List<String> differences, String what, JsonNode recorded, Verdict verdict) {
        JsonNode said = recorded.path(1);
        String text = said.isArray() ? said.path(0).asText() : said.asText();
        boolean loads =
                recorded.path(0).asText().equals("booted") || recorded.path(0).asInt() == 0;
        String cause =
                verdict.cause().map(remark -> "containerd: " + remark.text()).orElse("");
        if (loads != (verdict.outcome() == Outcome.LOADS) || !cause.equals(text)) {
            differences.add(what + ": " + verdict.outcome() + " " + cause + " instead of " + recorded);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.4.9", "1.7.34", "2.1.9", "2.3.4"})
    void daemonWithoutFileHasTheDefaults(String version) {
        ContainerdRelease release = ContainerdRelease.parse(version);

        EffectiveConfig config = EffectiveConfig.withoutFile(release);

        assertThat(config.verdict().outcome()).isEqualTo(Outcome.LOADS);
        assertThat(config.root()).isEqualTo(DefaultConfig.of(release));
    }
}
