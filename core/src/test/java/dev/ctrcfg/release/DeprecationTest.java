// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ctrcfg.testing.SharedData;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeprecationTest {

    private static boolean warns(String release, String id) {
        return Deprecation.of(id).orElseThrow().isWarnedOfBy(ContainerdRelease.parse(release));
    }

    @Test
    void countsFromThePatchLevelThatBroughtIt() {
        assertThat(warns("1.6.26", "cri-criu-path")).isFalse();
        assertThat(warns("1.6.27", "cri-criu-path")).isTrue();
        assertThat(warns("2.0", "cri-criu-path")).isFalse();
        assertThat(warns("2.2.6", "cri-create-container-checkpoint-restore")).isFalse();
        assertThat(warns("2.4", "cri-create-container-checkpoint-restore")).isFalse();
        assertThat(warns("1.5", "cri-registry-mirrors")).isFalse();
    }

    @Test
    void isFoundByItsFullIdToo() {
        assertThat(Deprecation.of("io.containerd.deprecation/enable-cdi")).isEqualTo(Deprecation.of("enable-cdi"));
        assertThat(Deprecation.of("bogus")).isEmpty();
    }

    @Test
    void saysWhatToDo() {
        assertThat(Deprecation.all())
                .hasSize(26)
                .allSatisfy(deprecation ->
                        assertThat(deprecation.summary()).isNotBlank().doesNotEndWith("."));
        assertThat(Deprecation.of("cri-registry-mirrors")
                        .orElseThrow()
                        .replacement()
                        .orElseThrow())
                .contains("config_path");
    }

    @Test
    void agreesWithTheTagsOfContainerd() {
        JsonNode first = SharedData.json(SharedData.path("containerd", "deprecations.json"))
                .path("first_release_with_id_per_minor");

        assertThat(Deprecation.all())
                .extracting(Deprecation::id)
                .containsExactlyInAnyOrderElementsOf(first::fieldNames);
        for (Deprecation deprecation : Deprecation.all()) {
            List<ContainerdRelease> expected = first.path(deprecation.id()).properties().stream()
                    .map(entry -> ContainerdRelease.parse(entry.getValue().asText()))
                    .toList();
            assertThat(deprecation.firstReleases()).isEqualTo(expected);
        }
    }
}
