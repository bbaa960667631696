// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.KeySchema;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.release.SchemaKey;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplanationTest {

    private static Explanation explain(String key) {
        return Explanation.of(Key.parse(key)).orElseThrow();
    }

    private static List<String> releases(String key) {
        List<String> releases = new ArrayList<>();
        explain(key).eras().forEach(era -> releases.add(era.releases().toString()));
        return releases;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sandbox_image",
                "pinned_images.sandbox",
                "plugins.cri.sandbox_image",
                "plugins.'io.containerd.grpc.v1.cri'.sandbox_image",
                "plugins.'io.containerd.cri.v1.images'.pinned_images.sandbox"
            })
    void knowsASettingByEachOfItsNames(String key) {
        assertThat(explain(key)).isEqualTo(explain("sandbox_image"));
        assertThat(explain(key).name()).isEqualTo(Key.of("sandbox_image"));
    }

    @Test
    void tellsWhereASettingIsInEachVersion() {
        assertThat(explain("runtimes.x.sandboxer").places())
                .containsOnlyKeys(ConfigVersion.values())
                .containsEntry(
                        ConfigVersion.V2,
                        Key.parse("plugins.'io.containerd.grpc.v1.cri'.containerd.runtimes.x.sandbox_mode"))
                .containsEntry(
                        ConfigVersion.V4,
                        Key.parse("plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.x.sandboxer"));
        assertThat(explain("systemd_cgroup").places()).containsOnlyKeys(ConfigVersion.V1, ConfigVersion.V2);
    }

    @Test
    void startsAnewWhereALineGotTheSettingLate() {
        assertThat(releases("ignore_deprecation_warnings")).containsExactly("1.6.29 and later 1.6", "1.7.14 to 2.4");
        assertThat(releases("enable_criu")).containsExactly("2.2.7 and later 2.2", "2.3.4 to 2.4");
    }

    @Test
    void namesDebiansBuildsWhereTheyDiffer() {
        assertThat(releases("cni.bin_dirs")).containsExactly("2.1 to 2.4", "2.1.9-deb");
        assertThat(explain("cni.bin_dirs").eras().get(1).defaultValue())
                .contains(TomlValue.parse("['/usr/lib/cni', '/opt/cni/bin']"));
    }

    @Test
    void knowsOptionsThatContainerdLooksAtLate() {
        Explanation option = explain("runtimes.x.options.ConfigPath");

        assertThat(option.description()).hasValue("The shim's own configuration file.");
        assertThat(option.eras().get(0).type()).hasToString("string");
        assertThat(Explanation.of(Key.parse("runtimes.x.options.config_path"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bogus", "runtimes.x.runtimetype", "plugins.bogus", "plugins[0]"})
    void saysNothingOfWhatIsNoSetting(String key) {
        assertThat(Explanation.of(Key.parse(key))).isEmpty();
        assertThat(Explanation.of(Key.ROOT.child(0))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ReleaseLine.class)
    void explainsEverySettingOfEveryRelease(ReleaseLine line) {
        ContainerdRelease release = line.newest();
        KeySchema schema = KeySchema.of(release);
        for (String id : schema.sectionIds()) {
            if (!id.startsWith("options:")) {
                for (SchemaKey setting : schema.section(id).orElseThrow().keys()) {
                    Key table = id.equals(KeySchema.TOP_LEVEL) ? Key.ROOT : Key.of("plugins", id);
                    Key key = table.resolve(
                            Key.parse(setting.path().replace("*", "x").replace("[]", "[0]")));
                    assertThat(Explanation.of(key)).as("%s in %s", key, line).isPresent();
                }
            }
        }
    }
}
