// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.model.ConfigReader;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.toml.Key;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Records of an effective configuration, and where their values come from. */
class RecordOriginsTest {

    private static final String FILE = """
            version = 2
            [plugins."io.containerd.grpc.v1.cri"]
            sandbox_image = "pause:1"
            [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.kata]
            runtime_type = "io.containerd.kata.v2"
            """;

    private final EffectiveConfig config = EffectiveConfig.of(
            ContainerdRelease.parse("2.1"),
            "/etc/containerd/config.toml",
            FILE.getBytes(StandardCharsets.UTF_8),
            ConfigSource.none());
    private final ConfigReader reader = ConfigReader.of(config.root(), config.release());

    private String origin(String name) {
        Origin origin = reader.keyOf(Key.parse(name)).flatMap(config::origin).orElseThrow();
        if (origin instanceof Origin.Migrated migrated) {
            return migrated.from().place() + " " + migrated.from().written();
        }
        return origin instanceof Origin.InFile there ? there.place().toString() : "default";
    }

    @Test
    void recordsHaveDefaultsAndTheFilesValues() {
        assertThat(reader.config().cri().images().sandboxImage()).contains("pause:1");
        assertThat(reader.config().cri().runtimes().keySet()).containsExactlyInAnyOrder("runc", "kata");
        assertThat(reader.config().cri().cni().confDir()).contains("/etc/cni/net.d");
        assertThat(reader.unknownKeys()).isEmpty();
        assertThat(reader.misfits()).isEmpty();
    }

    @Test
    void everyValueSaysWhereItComesFrom() {
        assertThat(origin("sandbox_image"))
                .isEqualTo("/etc/containerd/config.toml:3:1 plugins.\"io.containerd.grpc.v1.cri\".sandbox_image");
        assertThat(origin("runtimes.kata.runtime_type")).startsWith("/etc/containerd/config.toml:5:1 plugins.");
        assertThat(origin("runtimes.runc.runtime_type")).isEqualTo("default");
        assertThat(origin("cni.conf_dir")).isEqualTo("default");
    }
}
