// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.testing.SharedData;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefaultConfigTest {

    private static Optional<TomlValue> value(String release, String... names) {
        return DefaultConfig.of(ContainerdRelease.parse(release)).find(Key.of(names));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.14",
                "1.3.10",
                "1.4.9",
                "1.5.18",
                "1.6.39",
                "1.7.34",
                "2.0.11",
                "2.1.9",
                "2.2.7",
                "2.3.4",
                "2.4.0-beta.0",
                "1.6.20-debian",
                "1.7.24-debian",
                "2.1.9-debian"
            })
    void isWhatConfigDefaultPrints(String version) {
        Path file = SharedData.path("containerd", "defaults", "containerd-" + version + ".toml");
        TomlTable printed = SharedData.toml(file);

        assertThat(DefaultConfig.of(ContainerdRelease.parse(version)).toToml()).isNotEmpty();
        assertThat(DefaultConfig.of(ContainerdRelease.parse(version))).isEqualTo(printed);
    }

    @Test
    void namesPluginsByShortIdWhereVersionOneIsAllThereIs() {
        assertThat(value("1.2", "plugins", "cri", "sandbox_image")).contains(TomlValue.of("k8s.gcr.io/pause:3.1"));
        assertThat(value("1.2", "version")).isEmpty();
    }

    @Test
    void hasTheVersionThatTheReleaseWrites() {
        assertThat(value("1.7", "version")).contains(TomlValue.of(2));
        assertThat(value("2.2", "version")).contains(TomlValue.of(3));
        assertThat(value("2.4", "version")).contains(TomlValue.of(4));
    }

    @Test
    void hasRuncAsTheOnlyRuntime() {
        String[] runtimes = {"plugins", PluginIds.CRI_RUNTIME, "containerd", "runtimes"};

        assertThat(value("2.1.9", runtimes))
                .hasValueSatisfying(
                        table -> assertThat(((TomlTable) table).entries()).containsOnlyKeys("runc"));
    }

    @Test
    void followsDebianToItsOwnDirectories() {
        String[] dirs = {"plugins", PluginIds.CRI_RUNTIME, "cni", "bin_dirs"};

        assertThat(value("2.1.9-deb", dirs)).contains(TomlValue.parse("['/usr/lib/cni', '/opt/cni/bin']"));
        assertThat(value("2.1.9", dirs)).contains(TomlValue.parse("['/opt/cni/bin']"));
    }

    @Test
    void leavesOutWhatThePatchLevelDoesNotHaveYet() {
        String[] timeout = {"plugins", PluginIds.CRI, "drain_exec_sync_io_timeout"};

        assertThat(value("1.6.28", timeout)).isEmpty();
        assertThat(value("1.6.29", timeout)).contains(TomlValue.of("0s"));
    }

    @Test
    void setsTheRegistryFolderInTheTwoReleasesThatDid() {
        String[] path = {"plugins", PluginIds.CRI_IMAGES, "registry", "config_path"};

        assertThat(value("2.2.1", path)).contains(TomlValue.of("/etc/containerd/certs.d:/etc/docker/certs.d"));
        assertThat(value("2.2.2", path)).contains(TomlValue.of(""));
    }

    @Test
    void givesOnePluginsTable() {
        ContainerdRelease release = ContainerdRelease.parse("1.7");

        assertThat(DefaultConfig.plugin(release, PluginIds.OPT).get("path")).contains(TomlValue.of("/opt/containerd"));
        assertThat(DefaultConfig.plugin(release, "io.containerd.none.v1.none")).isEqualTo(TomlTable.EMPTY);
    }
}
