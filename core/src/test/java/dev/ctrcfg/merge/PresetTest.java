// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ctrcfg.effective.ConfigSource;
import dev.ctrcfg.model.CriLayout;
import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PresetTest {

    private static final Key RUNTIMES = CriLayout.of(ConfigVersion.V3).runtimes();

    static List<String> names() {
        return Preset.names();
    }

    private static Preset preset(String name) {
        return Preset.builtIn(name).orElseThrow();
    }

    private static TomlDocument applied(String document, String preset) {
        return Merger.apply(TomlDocument.parse(document), preset(preset).patch(Map.of()))
                .document();
    }

    @Test
    void theIndexNamesEveryFile() throws IOException, URISyntaxException {
        Path folder =
                Path.of(Preset.class.getResource("presets/index.txt").toURI()).getParent();
        try (Stream<Path> files = Files.list(folder)) {
            List<String> present = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".toml"))
                    .map(file -> file.substring(0, file.length() - ".toml".length()))
                    .sorted()
                    .toList();
            assertThat(Preset.names()).isEqualTo(present);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyPresetLoadsInTheReleasesThatHaveItsSettings(String name) {
        TomlDocument before = TomlDocument.parse("version = 3\n");
        for (String version : List.of("2.0", "2.1", "2.2", "2.3", "2.4")) {
            MergeOptions options = MergeOptions.DEFAULTS.forReleases(List.of(ContainerdRelease.parse(version)));
            MergeResult result = Merger.apply(before, List.of(preset(name).patch(Map.of())), options);
            PatchCheck check =
                    PatchCheck.of(new PatchCheck.Checked("/etc/c.toml", before, ConfigSource.none()), result, options);

            assertThat(result.changed()).isTrue();
            assertThat(result.notices()).isEmpty();
            assertThat(check.refusals()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyPresetSaysWhatItIsAndAgreesWithItsRuntimeClass(String name) {
        Preset preset = preset(name);
        TomlTable fragment = preset.fragment(Map.of());

        assertThat(preset.summary()).isNotBlank().doesNotEndWith(".");
        assertThat(preset.source()).isNotBlank();
        assertThat(fragment.toToml()).doesNotContain("{handler}", "{prefix}", "\"\"");
        preset.runtimeClass(Map.of()).ifPresent(runtimeClass -> {
            TomlString handler = (TomlString) runtimeClass.get("handler").orElseThrow();
            assertThat(fragment.find(Key.of("runtimes", handler.value()))).isPresent();
        });
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyPresetChangesNothingTheSecondTime(String name) {
        ConfigPatch patch = preset(name).patch(Map.of());
        for (String version : List.of("", "version = 2\n", "version = 4\n")) {
            TomlDocument once = Merger.apply(TomlDocument.parse(version), patch).document();

            assertThat(Merger.apply(once, patch).edits()).isEmpty();
        }
    }

    @Test
    void parametersTakeTheirPlaces() {
        TomlTable fragment = preset("kata-fc")
                .fragment(Map.of("handler", "fc", "prefix", "/kata", "snapshotter", "", "pod_annotations", "[\"a\"]"));

        assertThat(fragment.find(Key.parse("runtimes.fc.runtime_path")))
                .contains(TomlValue.of("/kata/bin/containerd-shim-kata-v2"));
        assertThat(fragment.find(Key.parse("runtimes.fc.snapshotter"))).isEmpty();
        assertThat(fragment.find(Key.parse("runtimes.fc.pod_annotations[0]"))).contains(TomlValue.of("a"));
    }

    @Test
    void aConditionIsMetByAParameterThatIsGiven() {
        assertThat(preset("gvisor").fragment(Map.of()).find(Key.parse("runtimes.runsc.options")))
                .isEmpty();
        assertThat(preset("gvisor")
                        .fragment(Map.of("config", "/etc/containerd/runsc.toml"))
                        .find(Key.parse("runtimes.runsc.options.TypeUrl")))
                .contains(TomlValue.of("io.containerd.runsc.v1.options"));
    }

    @Test
    void refusesUnknownParametersAndWrongTypes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> preset("crun").patch(Map.of("path", "/x")))
                .withMessage("there is no parameter path, only handler, binary, systemd_cgroup");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> preset("youki").patch(Map.of("systemd_cgroup", "perhaps")))
                .withMessage("parameter systemd_cgroup is a boolean, not perhaps");
    }

    @Test
    void nvidiaHasWhatTheDefaultRuntimeHas() {
        String document = "version = 3\n[plugins.'io.containerd.cri.v1.runtime'.containerd]\n"
                + "default_runtime_name = 'mine'\n"
                + "[plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.mine]\n"
                + "runtime_type = 'io.containerd.runc.v2'\ncni_max_conf_num = 2\n"
                + "options = { SystemdCgroup = true, BinaryName = '/usr/bin/mine' }\n";

        TomlTable nvidia = (TomlTable)
                applied(document, "nvidia").find(RUNTIMES.child("nvidia")).orElseThrow();

        assertThat(nvidia)
                .isEqualTo(TomlTable.builder()
                        .put("runtime_type", "io.containerd.runc.v2")
                        .put("cni_max_conf_num", 2)
                        .put(
                                "options",
                                TomlTable.builder()
                                        .put("SystemdCgroup", true)
                                        .put("BinaryName", "/usr/bin/nvidia-container-runtime")
                                        .build())
                        .build());
    }

    @Test
    void aPresetOfOnesOwnIsADocument() {
        Preset own = Preset.of("own", TomlDocument.parse("[patch.runtimes.x]\nruntime_type = 'io.containerd.x.v1'\n"));

        assertThat(Merger.apply(TomlDocument.parse("version = 3\n"), own.patch(Map.of()))
                        .document()
                        .contains(RUNTIMES.child("x")))
                .isTrue();
    }
}
