// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.KeyMoves;
import dev.ctrcfg.release.KeySchema;
import dev.ctrcfg.release.Landing;
import dev.ctrcfg.release.PluginIds;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.release.SchemaKey;
import dev.ctrcfg.toml.Key;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CriLayoutTest {

    private static final String OLD = "plugins.\"io.containerd.grpc.v1.cri\".";
    private static final String RUNTIME = "plugins.\"io.containerd.cri.v1.runtime\".";
    private static final String IMAGES = "plugins.\"io.containerd.cri.v1.images\".";

    private static String located(ConfigVersion version, String name) {
        return CriLayout.of(version).locate(Key.parse(name)).map(Key::toString).orElse("nowhere");
    }

    /** The settings of a plugin in a release, with a name for what the file chooses the name of. */
    private static List<Key> keys(ContainerdRelease release, String pluginId) {
        return KeySchema.of(release).section(pluginId).orElseThrow().keys().stream()
                .map(SchemaKey::path)
                .filter(path -> !path.contains("[]") && !path.equals("containerd"))
                .map(path -> Key.parse("plugins.\"" + pluginId + "\"." + path.replace("*", "kata")))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "runtimes.kata.runtime_type, containerd.runtimes.kata.runtime_type",
        "runtimes, containerd.runtimes",
        "default_runtime_name, containerd.default_runtime_name",
        "containerd.default_runtime_name, containerd.default_runtime_name",
        "snapshotter, containerd.snapshotter",
        "sandbox_image, sandbox_image",
        "pinned_images.sandbox, sandbox_image",
        "registry.config_path, registry.config_path",
        "cni.bin_dir, cni.bin_dir",
        "stream_server_port, stream_server_port",
        "systemd_cgroup, systemd_cgroup",
        "runtimes.kata.sandboxer, containerd.runtimes.kata.sandbox_mode",
        "runtimes.kata.sandbox_mode, containerd.runtimes.kata.sandbox_mode",
    })
    void hasOneTableUntilVersionTwo(String name, String path) {
        assertThat(located(ConfigVersion.V1, name)).isEqualTo("plugins.cri." + path);
        assertThat(located(ConfigVersion.V2, name)).isEqualTo(OLD + path);
    }

    @ParameterizedTest
    @CsvSource({
        "runtimes.kata.runtime_type, " + RUNTIME + "containerd.runtimes.kata.runtime_type",
        "runtimes.kata.snapshotter, " + RUNTIME + "containerd.runtimes.kata.snapshotter",
        "runtimes.kata.sandbox_mode, " + RUNTIME + "containerd.runtimes.kata.sandboxer",
        "default_runtime_name, " + RUNTIME + "containerd.default_runtime_name",
        "cni.conf_dir, " + RUNTIME + "cni.conf_dir",
        "enable_selinux, " + RUNTIME + "enable_selinux",
        "snapshotter, " + IMAGES + "snapshotter",
        "sandbox_image, " + IMAGES + "pinned_images.sandbox",
        "pinned_images.other, " + IMAGES + "pinned_images.other",
        "registry.config_path, " + IMAGES + "registry.config_path",
        "stats_collect_period, " + IMAGES + "stats_collect_period",
        "stream_server_port, " + OLD + "stream_server_port",
        "systemd_cgroup, nowhere",
        "containerd.no_pivot, nowhere",
        "runtimes.kata.runtime_engine, nowhere",
        "registry.configs.a.tls.ca_file, nowhere",
    })
    void splitsTheTableSinceVersionThree(String name, String key) {
        assertThat(located(ConfigVersion.V3, name)).isEqualTo(key);
        assertThat(located(ConfigVersion.V4, name)).isEqualTo(key);
    }

    @Test
    void hasNoPlaceInOldFilesForWhatIsNew() {
        assertThat(located(ConfigVersion.V2, "use_local_image_pull")).isEqualTo("nowhere");
        assertThat(located(ConfigVersion.V2, "pinned_images.other")).isEqualTo("nowhere");
    }

    @Test
    void knowsTheTableOfTheRuntimes() {
        assertThat(CriLayout.SHORT_ID.runtimes()).isEqualTo(Key.parse("plugins.cri.containerd.runtimes"));
        assertThat(CriLayout.SPLIT.runtimes()).isEqualTo(Key.parse(RUNTIME + "containerd.runtimes"));
    }

    @Test
    void givesNoNameToWhatIsNotOfTheCriPlugin() {
        assertThat(CriLayout.nameOf(Key.parse("grpc.address"))).isEmpty();
        assertThat(CriLayout.nameOf(Key.of("plugins", PluginIds.CRI))).isEmpty();
        assertThat(CriLayout.nameOf(Key.of("plugins", PluginIds.OPT, "path"))).isEmpty();
        assertThat(CriLayout.nameOf(Key.parse(RUNTIME + "stats_collect_period")))
                .isEmpty();
        assertThat(CriLayout.SPLIT.locate(Key.ROOT)).isEmpty();
        assertThat(CriLayout.SPLIT.locate(Key.ROOT.child(0))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everySettingOfEveryReleaseIsWhereItsNameSays(ReleaseLine line) {
        ContainerdRelease release = line.newest();
        CriLayout layout = CriLayout.of(release.since(ReleaseLine.V2_0) ? ConfigVersion.V3 : ConfigVersion.V2);
        for (String pluginId : release.criPluginIds()) {
            for (Key key : keys(release, pluginId)) {
                Optional<Key> name = CriLayout.nameOf(key);
                assertThat(name.isEmpty()).as("%s", key).isEqualTo(isRuntimeStatistics(key));
                assertThat(name.flatMap(layout::locate).orElse(key)).isEqualTo(key);
            }
        }
    }

    private static boolean isRuntimeStatistics(Key key) {
        return key.equals(Key.of("plugins", PluginIds.CRI_RUNTIME, "stats_collect_period"));
    }

    @ParameterizedTest
    @EnumSource(names = {"V1_2", "V1_3", "V1_4", "V1_5", "V1_6", "V1_7"})
    void putsSettingsWhereContainerdMigratesThemTo(ReleaseLine line) {
        KeyMoves moves = KeyMoves.of(ReleaseLine.V2_3.newest());
        for (Key key : keys(line.newest(), PluginIds.CRI)) {
            Landing landing = moves.landing(ConfigVersion.V2, key);
            Optional<Key> expected = landing instanceof Landing.At at ? Optional.of(at.key()) : Optional.empty();
            boolean changesItsShape = key.last().equals(new Key.Name("bin_dir"));

            assertThat(CriLayout.nameOf(key).flatMap(CriLayout.SPLIT::locate))
                    .as("%s", key)
                    .isEqualTo(changesItsShape ? Optional.of(Key.parse(RUNTIME + "cni.bin_dir")) : expected);
        }
    }
}
