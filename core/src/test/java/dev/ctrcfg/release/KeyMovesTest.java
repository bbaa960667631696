// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ctrcfg.testing.SharedData;
import dev.ctrcfg.toml.Key;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyMovesTest {

    private static String landing(String release, ConfigVersion from, String key) {
        Landing landing = KeyMoves.of(ContainerdRelease.parse(release)).landing(from, Key.parse(key));
        return landing instanceof Landing.At at
                ? at.condition() == Landing.Condition.NONE ? at.key().toString() : at.key() + " " + at.condition()
                : ((Landing.Lost) landing).reason().toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.1|V2|plugins.'io.containerd.grpc.v1.cri'.sandbox_image"
                        + "|plugins.\"io.containerd.cri.v1.images\".pinned_images.sandbox",
                "2.1|V2|plugins.'io.containerd.grpc.v1.cri'.registry.config_path"
                        + "|plugins.\"io.containerd.cri.v1.images\".registry.config_path",
                "2.1|V2|plugins.'io.containerd.grpc.v1.cri'.containerd.snapshotter"
                        + "|plugins.\"io.containerd.cri.v1.images\".snapshotter RUNTIMES_TABLE",
                "2.1|V2|plugins.'io.containerd.grpc.v1.cri'.containerd.runtimes.kata.runtime_type"
                        + "|plugins.\"io.containerd.cri.v1.runtime\".containerd.runtimes.kata.runtime_type",
                "2.1|V2|plugins.'io.containerd.grpc.v1.cri'.containerd.runtimes.kata.sandbox_mode"
                        + "|plugins.\"io.containerd.cri.v1.runtime\".containerd.runtimes.kata.sandboxer",
                "2.0|V2|plugins.'io.containerd.grpc.v1.cri'.cni.bin_dir"
                        + "|plugins.\"io.containerd.cri.v1.runtime\".cni.bin_dir",
                "2.1|V2|plugins.'io.containerd.grpc.v1.cri'.cni.bin_dir"
                        + "|plugins.\"io.containerd.cri.v1.runtime\".cni.bin_dirs",
                "2.1|V2|plugins.'io.containerd.grpc.v1.cri'.stream_server_port"
                        + "|plugins.\"io.containerd.grpc.v1.cri\".stream_server_port",
                "2.1|V2|plugins.'io.containerd.grpc.v1.cri'.systemd_cgroup|NO_SUCCESSOR",
                "2.1|V1|plugins.cri.sandbox_image|VERSION_ONE_SKIPPED",
                "2.1|V1|plugins.cri.stream_server_port|plugins.\"io.containerd.grpc.v1.cri\".stream_server_port",
                "2.3|V1|plugins.cri.sandbox_image|plugins.\"io.containerd.cri.v1.images\".pinned_images.sandbox",
                "2.1|V2|plugins.'io.containerd.runtime.v2.task'.sched_core"
                        + "|plugins.\"io.containerd.shim.v1.manager\".env",
                "2.3|V2|plugins.'io.containerd.runtime.v2.task'.sched_core|UNDONE",
                "2.3|V3|plugins.'io.containerd.runtime.v2.task'.sched_core"
                        + "|plugins.\"io.containerd.shim.v1.manager\".env",
                "2.1|V2|plugins.'io.containerd.internal.v1.restart'.interval"
                        + "|plugins.\"io.containerd.monitor.container.v1.restart\".interval",
                "2.1|V2|grpc.address|grpc.address",
                "2.3|V2|grpc.address|plugins.\"io.containerd.server.v1.grpc\".address",
                "2.3|V3|grpc.tcp_tls_ca|plugins.\"io.containerd.server.v1.grpc-tcp\".tls_ca ADDRESS",
                "2.3|V3|debug.uid|plugins.\"io.containerd.server.v1.debug\".uid ADDRESS",
                "2.3|V3|debug.level|debug.level",
                "2.3|V3|metrics.address|plugins.\"io.containerd.server.v1.metrics\".address",
                "2.3|V4|grpc.address|grpc.address",
                "2.1|V2|plugin_dir|NO_SUCCESSOR",
                "1.7|V2|plugins.'io.containerd.grpc.v1.cri'.sandbox_image"
                        + "|plugins.\"io.containerd.grpc.v1.cri\".sandbox_image"
            })
    void followsTheStepsOfTheRelease(String release, ConfigVersion from, String key, String expected) {
        assertThat(landing(release, from, key)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "cri, io.containerd.grpc.v1.cri, false",
        "task, io.containerd.runtime.v2.task, false",
        "diff-service, io.containerd.service.v1.diff-service, false",
        "windows-lcow, io.containerd.snapshotter.v1.windows-lcow, true",
        "stargz, io.containerd.grpc.v1.stargz, true",
        "io.containerd.x.v1.y, io.containerd.x.v1.y, false"
    })
    void renamesPluginsOfVersionOne(String name, String id, boolean ambiguous) {
        assertThat(V1PluginNames.fullId(name)).isEqualTo(id);
        assertThat(V1PluginNames.isAmbiguous(name)).isEqualTo(ambiguous);
    }

    @Test
    void agreesWithConfigMigrateOnEveryKey() {
        int compared = 0;
        List<String> wrong = new ArrayList<>();
        for (JsonNode probe : SharedData.json(SharedData.path("containerd", "schema", "migrations.json"))) {
            for (var result : probe.path("results").properties()) {
                if (!result.getValue().has("error")) {
                    compared++;
                    compare(probe, result.getKey(), result.getValue(), wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(compared).isGreaterThan(1500);
    }

    private static void compare(JsonNode probe, String release, JsonNode result, List<String> wrong) {
        ConfigVersion from =
                ConfigVersion.of(probe.path("config_version").asInt()).orElseThrow();
        Key key = key(from, probe);
        Landing landing = KeyMoves.of(ContainerdRelease.parse(release)).landing(from, key);
        if (!agrees(landing, key, result)) {
            wrong.add(release + " " + from + " " + key + ": " + landing + " but " + result);
        }
    }

    private static Key key(ConfigVersion from, JsonNode probe) {
        String path = probe.path("path").asText().replace("*", "xyz").replace("[]", "[0]");
        String section = probe.path("section").asText();
        if (section.equals(KeySchema.TOP_LEVEL)) {
            return Key.parse(path);
        }
        String name = from == ConfigVersion.V1 ? SchemaSection.shortId(section) : section;
        return Key.of("plugins", name).resolve(Key.parse(path));
    }

    private static boolean agrees(Landing landing, Key key, JsonNode result) {
        JsonNode landed = result.path("landed");
        if (landing instanceof Landing.Lost) {
            return landed.isEmpty() && !result.has("landed_only_if_a_runtimes_table_is_present");
        }
        Landing.At at = (Landing.At) landing;
        return switch (at.condition()) {
            case NONE -> holds(landed, at.key());
            case RUNTIMES_TABLE -> holds(result.path("landed_only_if_a_runtimes_table_is_present"), at.key());
            case ADDRESS -> holds(landed, key);
        };
    }

    /** Where a table was probed, a key below it landed. */
    private static boolean holds(JsonNode landed, Key key) {
        for (var entry : landed.properties()) {
            if (Key.parse(entry.getKey().replace(".\"[0]\"", "[0]")).startsWith(key)) {
                return true;
            }
        }
        return false;
    }
}
