// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlTable;
import org.junit.jupiter.api.Test;

class ConfigKeysTest {

    private static TomlTable config(String toml) {
        return TomlDocument.parse(toml).root();
    }

    private static String resolved(String config, String key) {
        return ConfigKeys.resolve(config(config), Key.parse(key)).toString();
    }

    @Test
    void readsTheVersion() {
        assertThat(ConfigKeys.versionOf(config(""))).contains(ConfigVersion.V1);
        assertThat(ConfigKeys.versionOf(config("version = 0"))).contains(ConfigVersion.V1);
        assertThat(ConfigKeys.versionOf(config("version = 3"))).contains(ConfigVersion.V3);
        assertThat(ConfigKeys.versionOf(config("version = 5"))).isEmpty();
        assertThat(ConfigKeys.versionOf(config("version = '2'"))).isEmpty();
    }

    @Test
    void resolvesShortNamesByTheVersion() {
        assertThat(resolved("", "sandbox_image")).isEqualTo("plugins.cri.sandbox_image");
        assertThat(resolved("version = 2", "sandbox_image"))
                .isEqualTo("plugins.\"io.containerd.grpc.v1.cri\".sandbox_image");
        assertThat(resolved("version = 4", "sandbox_image"))
                .isEqualTo("plugins.\"io.containerd.cri.v1.images\".pinned_images.sandbox");
    }

    @Test
    void leavesKeysAloneThatAreFullOrThere() {
        assertThat(resolved("version = 2", "grpc.address")).isEqualTo("grpc.address");
        assertThat(resolved("version = 2\nregistry = 1", "registry")).isEqualTo("registry");
        assertThat(resolved("version = 2", "")).isEmpty();
    }

    @Test
    void takesKeysOfOtherVersions() {
        assertThat(resolved("version = 3", "plugins.cri.sandbox_image"))
                .isEqualTo("plugins.\"io.containerd.cri.v1.images\".pinned_images.sandbox");
        assertThat(resolved("version = 4", "grpc.address"))
                .isEqualTo("plugins.\"io.containerd.server.v1.grpc\".address");
        assertThat(resolved("version = 4\n[grpc]\naddress = '/a'", "grpc.address"))
                .isEqualTo("grpc.address");
    }

    @Test
    void looksForWhatNoReleaseKnowsAmongTheRuntimes() {
        assertThat(resolved("version = 2", "bogus")).isEqualTo("plugins.\"io.containerd.grpc.v1.cri\".bogus");
    }

    @Test
    void leavesShortNamesAloneWhereTheVersionIsUnknown() {
        assertThat(resolved("version = 5", "sandbox_image")).isEqualTo("sandbox_image");
        assertThat(resolved("version = 3", "systemd_cgroup")).isEqualTo("systemd_cgroup");
    }
}
