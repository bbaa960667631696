// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.effective.ConfigSource;
import dev.ctrcfg.effective.EffectiveConfig;
import dev.ctrcfg.migrate.ConfigText;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigDiffTest {

    private static final String KATA = """
            version = 2
            [plugins."io.containerd.grpc.v1.cri".containerd]
            default_runtime_name = "kata"
            [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.kata]
            runtime_type = "io.containerd.kata.v2"
            """;

    @Test
    void orderQuotesCommentsAndLayoutMakeNoDifference() {
        assertThat(diff(KATA, """
                # all on one line
                plugins."io.containerd.grpc.v1.cri".containerd = { runtimes = { kata = { runtime_type = \
                'io.containerd.kata.v2' } }, default_runtime_name = 'kata' }
                version = 0x2
                """)).isEmpty();
    }

    @Test
    void theVersionMakesNoDifference() {
        assertThat(diff(KATA, """
                version = 3
                [plugins.'io.containerd.cri.v1.runtime'.containerd]
                default_runtime_name = "kata"
                [plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.kata]
                runtime_type = "io.containerd.kata.v2"
                """)).isEmpty();
    }

    @Test
    void caseMakesNoDifferenceWhereReleasesFoldIt() {
        String lower = "version = 2\nplugins.'io.containerd.grpc.v1.cri'.sandbox_image = 'a'\n";
        assertThat(diff(lower, lower.replace("sandbox_image", "SANDBOX_IMAGE"))).isEmpty();
        assertThat(diff(lower, lower.replace("sandbox_image", "Sandbox_Image"))).hasSize(2);
    }

    @Test
    void anEmptyTableIsNothingUnlessItIsARuntime() {
        assertThat(diff(KATA, KATA + "[plugins.'io.containerd.grpc.v1.cri'.cni]\n"))
                .isEmpty();
        assertThat(diff(KATA, KATA + "[plugins.'io.containerd.grpc.v1.cri'.containerd.runtimes.runc]\n"))
                .hasSize(1);
    }

    @Test
    void runtimesComeFirstWithBothValuesAndPlaces() {
        String after = "root = '/data'\n" + KATA.replace("name = \"kata\"", "name = 'runc'")
                + "privileged_without_host_devices = true\n";
        List<Change> changes = diff(KATA, after);
        assertThat(changes)
                .extracting(change -> Topic.shown(change.key()).toString())
                .containsExactly("runtimes.kata.privileged_without_host_devices", "default_runtime_name", "root");
        Change.Replaced name = (Change.Replaced) changes.get(1);
        assertThat(name.old().value()).isEqualTo(TomlValue.of("kata"));
        assertThat(name.old().place().orElseThrow()).hasToString("before:3:1");
        assertThat(name.now().place().orElseThrow()).hasToString("after:4:1");
        assertThat(name.now().place().orElseThrow().key())
                .isEqualTo(Key.parse("plugins.'io.containerd.grpc.v1.cri'.containerd.default_runtime_name"));
    }

    @Test
    void anUpgradeShowsWhatChangesForPods() {
        TomlDocument document = TomlDocument.parse(KATA);
        List<Change> changes = ConfigDiff.between(under("1.7", document), under("2.1", document));
        assertThat(changes)
                .extracting(change -> Topic.shown(change.key()).toString())
                .contains("runtimes.runc.runtime_type", "sandbox_image")
                .doesNotContain("runtimes.kata.runtime_type", "default_runtime_name");
    }

    @Test
    void zerosThatTheOtherReleaseDoesNotKnowAndDefaultsOfPluginsItDoesNotHaveAreNoChanges() {
        TomlDocument document = TomlDocument.parse(KATA);
        assertThat(shown(ConfigDiff.between(under("1.7", document), under("2.1", document))))
                .doesNotContain(
                        "imports",
                        "runtimes.kata.io_type",
                        "runtimes.kata.sandboxer",
                        "runtimes.kata.cgroup_writable",
                        "use_local_image_pull",
                        "plugins.\"io.containerd.image-verifier.v1.bindir\".max_verifiers");
    }

    @Test
    void aSettingThatTheNewerReleaseHasNoHomeForIsRemovedFromItsLine() {
        TomlDocument document = TomlDocument.parse("""
                version = 2
                [plugins.'io.containerd.grpc.v1.cri']
                disable_cgroup = true
                """);
        List<Change> changes = ConfigDiff.between(under("1.7", document), under("2.1", document));
        assertThat(changes)
                .filteredOn(change -> change instanceof Change.Removed removed
                        && removed.old().place().isPresent())
                .extracting(change ->
                        change.before().orElseThrow().place().orElseThrow().toString())
                .containsExactly("/c.toml:3:1");
    }

    @Test
    void imagesArePulledToTheSnapshotterOfARuntimeButFrom20To22() {
        TomlDocument document = TomlDocument.parse(KATA + "snapshotter = 'devmapper'\n");
        String pulls = "runtime_platforms.kata.snapshotter";
        List<Change> upgrade = ConfigDiff.between(under("1.7", document), under("2.1", document));
        Change.Removed gone = (Change.Removed) upgrade.get(0);
        assertThat(Topic.shown(gone.key())).hasToString(pulls);
        assertThat(gone.old().place().orElseThrow()).hasToString("/c.toml:6:1");
        assertThat(gone.whole()).isFalse();
        assertThat(shown(ConfigDiff.between(under("2.2", document), under("2.3", document))))
                .contains(pulls);
        assertThat(shown(ConfigDiff.between(under("1.7", document), under("2.3", document))))
                .doesNotContain(pulls);
    }

    @Test
    void aRuntimeIsAddedAsAWholeOnlyIfNothingOfItWasThere() {
        assertThat(diff(KATA, KATA + "privileged_without_host_devices = true\n"))
                .allMatch(change -> change instanceof Change.Added added && !added.whole());
        assertThat(diff("version = 2\n", KATA))
                .anyMatch(change -> change instanceof Change.Added added && added.whole());
    }

    private static List<String> shown(List<Change> changes) {
        return changes.stream()
                .map(change -> Topic.shown(change.key()).toString())
                .toList();
    }

    @Test
    void operationsAreInTheKeysOfTheFirstFile() {
        String after = """
                version = 3
                [plugins.'io.containerd.cri.v1.images'.pinned_images]
                sandbox = 'a/b'
                """;
        assertThat(ConfigDiff.operations(text("before", KATA), text("after", after)))
                .hasToString("[{ op = \"remove\", path = \"/plugins/io.containerd.grpc.v1.cri/containerd\" },"
                        + " { op = \"add\", path = \"/plugins/io.containerd.grpc.v1.cri/sandbox_image\","
                        + " value = \"a/b\" }]");
    }

    private static EffectiveConfig under(String release, TomlDocument document) {
        return EffectiveConfig.of(ContainerdRelease.parse(release), "/c.toml", document, ConfigSource.none());
    }

    private static List<Change> diff(String before, String after) {
        return ConfigDiff.between(text("before", before), text("after", after));
    }

    private static ConfigText text(String name, String text) {
        return new ConfigText(name, TomlDocument.parse(text));
    }
}
