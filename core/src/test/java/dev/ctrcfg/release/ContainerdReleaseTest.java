// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ctrcfg.toml.TomlDialect;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerdReleaseTest {

    private static ContainerdRelease release(String text) {
        return ContainerdRelease.parse(text);
    }

    @ParameterizedTest
    @CsvSource({
        "2.1.9, 2.1.9",
        "v2.1.9, 2.1.9",
        "2.1, 2.1.9",
        "v1.4, 1.4.13",
        "2.4, 2.4.0-beta.0",
        "2.4.0, 2.4.0",
        "2.4.0-beta.0, 2.4.0-beta.0",
        "2.1.0-rc.1, 2.1.0-rc.1",
        "2.0.0~rc1, 2.0.0-rc.1",
        "2.1.9-deb, 2.1.9-deb",
        "2.1.9-debian, 2.1.9-deb",
        "1.6.20~ds1, 1.6.20-deb",
        "2.1.9+ds1, 2.1.9-deb",
        "1.7.24~ds1-6+deb13u1, 1.7.24-deb",
        "1.6-deb, 1.6.20-deb",
        "1.7-deb, 1.7.24-deb",
        "2.1.5-k3s1.33, 2.1.5",
        "1.7.27-0ubuntu1~22.04.1, 1.7.27",
        "2.1.5-1~debian.13~trixie, 2.1.5",
        "1.7.99, 1.7.99",
        "containerd://1.7.29, 1.7.29",
        "containerd://2.0.0-rc.1, 2.0.0-rc.1",
        "containerd github.com/containerd/containerd/v2 v2.1.9 926009266892d80087b532f7f17ea14b43c4f23d, 2.1.9",
        "containerd containerd.io 1.6.33 d2d58213f83a351ca8f528a95fbd145f5654e957, 1.6.33",
        "containerd github.com/containerd/containerd 1.6.20~ds1 1.6.20~ds1-1+deb12u1, 1.6.20-deb",
        "containerd github.com/containerd/containerd/v2 2.1.9+unknown, 2.1.9-deb",
        "containerd github.com/k3s-io/containerd v2.0.5-k3s1 , 2.0.5"
    })
    void readsVersionsAsTheyAreWritten(String text, String expected) {
        assertThat(release(text)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "containerd", "v", "2", "2.", "x.y", "2.x", "2.1.9x", "99999999999.1"})
    void refusesTextsWithoutAVersion(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> release(text))
                .withMessageContaining("known are 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 2.0, 2.1, 2.2, 2.3, 2.4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.8", "0.2.0", "2.5.0", "3.0", "1.8"})
    void refusesLinesItHasNoFactsAbout(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> release(text)).withMessageContaining("is not known");
    }

    @Test
    void ordersReleases() {
        List<String> ordered = List.of(
                "1.2.14",
                "1.6.9",
                "1.6.20",
                "1.6.20-deb",
                "1.6.39",
                "2.1.0-alpha.1",
                "2.1.0-beta.2",
                "2.1.0-beta.10",
                "2.1.0-rc.0",
                "2.1.0",
                "2.1.9",
                "2.1.9-deb",
                "2.4.0-beta.0",
                "2.4.0");

        assertThat(ordered.stream().map(ContainerdReleaseTest::release)).isSorted();
        assertThat(release("2.1.9")).isEqualByComparingTo(release("v2.1.9"));
    }

    @ParameterizedTest
    @CsvSource({
        "1.2, V1, BURNTSUSHI_0_3, FOLDED, NEVER",
        "1.3, V2, BURNTSUSHI_0_3, FOLDED, NEVER",
        "1.4, V2, BURNTSUSHI_0_3, FOLDED, NEVER",
        "1.5, V2, GO_TOML_V1_8, FOUR_FORMS, NEVER",
        "1.6, V2, GO_TOML_V1_9, FOUR_FORMS, NEVER",
        "1.7, V2, GO_TOML_V1_9, FOUR_FORMS, NEVER",
        "2.0, V3, GO_TOML_V2_2, LOWERED, AFTER_MERGE",
        "2.1, V3, GO_TOML_V2_2, LOWERED, AFTER_MERGE",
        "2.1.9-deb, V3, GO_TOML_V2_4, LOWERED, AFTER_MERGE",
        "2.2, V3, GO_TOML_V2_2, LOWERED, AFTER_MERGE",
        "2.3, V4, GO_TOML_V2_3, LOWERED, PER_FILE",
        "2.4, V4, GO_TOML_V2_4, LOWERED, PER_FILE"
    })
    void readsFilesAsItsLineDoes(
            String text, ConfigVersion max, TomlDialect dialect, KeyCase keyCase, MigrationTiming timing) {
        assertThat(release(text).maxConfigVersion()).isEqualTo(max);
        assertThat(release(text).writtenConfigVersion()).isEqualTo(max);
        assertThat(release(text).tomlDialect()).isEqualTo(dialect);
        assertThat(release(text).keyCase()).isEqualTo(keyCase);
        assertThat(release(text).migrationTiming()).isEqualTo(timing);
    }

    @ParameterizedTest
    @CsvSource({
        "1.4, REPLACED, IGNORED, KEPT_BY_NAME, FOUR_PARTS, DEFAULTS",
        "1.5, REPLACED, IGNORED, LOST, FOUR_PARTS, FATAL",
        "1.6, REPLACED, IGNORED, LOST, FOUR_PARTS, FATAL",
        "1.7, REPLACED, IGNORED, LOST, CONTAINERD_FOUR_PARTS, FATAL",
        "2.0, DEEP, WARNED, MERGED, LISTS_WITH_DOT, FATAL_FOR_DAEMON",
        "2.2, DEEP, WARNED, MERGED, LISTS_WITH_DOT, FATAL_FOR_DAEMON",
        "2.3, DEEP_AFTER_MIGRATION, WARNED, MERGED, LISTS_WITH_DOT, FATAL_FOR_DAEMON"
    })
    void combinesFilesAsItsLineDoes(
            String text,
            PluginTableMerge merge,
            UnknownKeys unknown,
            RuntimesDefault runtimes,
            PluginIdCheck check,
            MissingFile missing) {
        assertThat(release(text).pluginTableMerge()).isEqualTo(merge);
        assertThat(release(text).unknownKeys()).isEqualTo(unknown);
        assertThat(release(text).runtimesDefault()).isEqualTo(runtimes);
        assertThat(release(text).pluginIdCheck()).isEqualTo(check);
        assertThat(release(text).missingFile()).isEqualTo(missing);
    }

    @ParameterizedTest
    @CsvSource({
        "1.2, NONE, ACCEPTED",
        "1.4, GLOB_FROM_WORKING_DIRECTORY, ACCEPTED",
        "1.6.28, GLOB_FROM_WORKING_DIRECTORY, ACCEPTED",
        "1.6.29, FROM_PARENT, ACCEPTED",
        "1.6.31, FROM_PARENT, ACCEPTED",
        "1.6.32, FROM_PARENT, UNSUPPORTED",
        "1.7.15, GLOB_FROM_WORKING_DIRECTORY, ACCEPTED",
        "1.7.16, FROM_PARENT, ACCEPTED",
        "1.7.17, FROM_PARENT, UNSUPPORTED",
        "1.6.20-deb, GLOB_FROM_WORKING_DIRECTORY, ACCEPTED",
        "2.0.0, FROM_PARENT, ABOVE_MAXIMUM"
    })
    void changesWithinALine(String text, ImportResolution imports, TooNewVersion tooNew) {
        assertThat(release(text).importResolution()).isEqualTo(imports);
        assertThat(release(text).tooNewVersion()).isEqualTo(tooNew);
    }

    @Test
    void dumpsMigratedConfigurationSinceTheSixthPatchOfTwoZero() {
        assertThat(release("1.2").configDump()).isEqualTo(ConfigDump.ABSENT);
        assertThat(release("1.7").configDump()).isEqualTo(ConfigDump.AS_READ);
        assertThat(release("2.0.5").configDump()).isEqualTo(ConfigDump.AS_READ);
        assertThat(release("2.0.6").configDump()).isEqualTo(ConfigDump.MIGRATED);
        assertThat(release("2.1.0").configDump()).isEqualTo(ConfigDump.MIGRATED);
    }

    @Test
    void movesBinDirSinceTwoOne() {
        assertThat(release("2.0").cniMigration()).isEqualTo(CniMigration.BIN_DIR);
        assertThat(release("2.1.0").cniMigration()).isEqualTo(CniMigration.BIN_DIRS);
        assertThat(release("2.0.1").copiesWholeCriTable()).isTrue();
        assertThat(release("2.0.2").copiesWholeCriTable()).isFalse();
    }

    @Test
    void warnsOfVersionOneInTwoWordings() {
        assertThat(release("1.4").versionOneWarning()).isEmpty();
        assertThat(release("1.5.11").versionOneWarning()).isEmpty();
        assertThat(release("1.5.12").versionOneWarning().orElseThrow()).contains("will be removed");
        assertThat(release("1.6.4").versionOneWarning()).isEmpty();
        assertThat(release("1.6.31").versionOneWarning().orElseThrow()).contains("will be removed");
        assertThat(release("1.6.32").versionOneWarning().orElseThrow()).contains("will be converted");
        assertThat(release("1.7.16").versionOneWarning().orElseThrow()).contains("will be removed");
        assertThat(release("1.7.17").versionOneWarning().orElseThrow()).contains("will be converted");
        assertThat(release("2.0").versionOneWarning()).isEmpty();
    }

    @Test
    void readsTheCriTablesOfItsLine() {
        assertThat(release("1.7").criPluginIds()).containsExactly(PluginIds.CRI);
        assertThat(release("2.0").criPluginIds())
                .containsExactly(PluginIds.CRI_RUNTIME, PluginIds.CRI_IMAGES, PluginIds.CRI);
        assertThat(release("2.0").runtimesPluginId()).isEqualTo(PluginIds.CRI_RUNTIME);
    }

    @Test
    void collectsDeprecationsSinceTheWarningServiceExists() {
        assertThat(release("1.6.24").hasWarningService()).isFalse();
        assertThat(release("1.6.25").hasWarningService()).isTrue();
        assertThat(release("1.7.8").hasWarningService()).isFalse();
        assertThat(release("1.7.9").hasWarningService()).isTrue();
        assertThat(release("1.7").hasConfigMigrate()).isFalse();
        assertThat(release("2.0").hasConfigMigrate()).isTrue();
    }

    @Test
    void checksPluginIdsOfTheVersionsItChecks() {
        assertThat(release("1.4").checksPluginIds(2)).isTrue();
        assertThat(release("1.4").checksPluginIds(3)).isFalse();
        assertThat(release("1.5").checksPluginIds(3)).isTrue();
        assertThat(release("1.5").checksPluginIds(-1)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "FOUR_PARTS, com.example.foo.bar, true",
        "FOUR_PARTS, cri, false",
        "FOUR_PARTS, a.b.c, false",
        "CONTAINERD_FOUR_PARTS, com.example.foo.bar, false",
        "CONTAINERD_FOUR_PARTS, io.containerd.grpc.v1.cri, true",
        "CONTAINERD_FOUR_PARTS, io.containerd.cri, false",
        "LISTS_WITH_DOT, a.b, true",
        "LISTS_WITH_DOT, cri, false",
        "NONE, cri, true"
    })
    void acceptsPluginIds(PluginIdCheck check, String id, boolean accepted) {
        assertThat(check.accepts(id)).isEqualTo(accepted);
    }

    @Test
    void countsVersionZeroAsOne() {
        assertThat(ConfigVersion.of(0)).contains(ConfigVersion.V1);
        assertThat(ConfigVersion.of(1)).contains(ConfigVersion.V1);
        assertThat(ConfigVersion.of(4)).contains(ConfigVersion.V4);
        assertThat(ConfigVersion.of(5)).isEmpty();
        assertThat(ConfigVersion.of(-1)).isEmpty();
        assertThat(ConfigVersion.V3.isAtLeast(ConfigVersion.V2)).isTrue();
        assertThat(ConfigVersion.V2.number()).isEqualTo(2);
    }
}
