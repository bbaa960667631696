// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.toml.EditConflictException;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TranslationTest {

    private static final String OLD = "plugins.\"io.containerd.grpc.v1.cri\".";
    private static final String RUNTIME = "plugins.\"io.containerd.cri.v1.runtime\".";
    private static final String IMAGES = "plugins.\"io.containerd.cri.v1.images\".";

    private static MergeResult merge(String document, String fragment, String... releases) {
        List<ContainerdRelease> targets = new ArrayList<>();
        for (String release : releases) {
            targets.add(ContainerdRelease.parse(release));
        }
        List<ConfigPatch> patches = List.of(ConfigPatch.of("a.toml", TomlDocument.parse(fragment)));
        return Merger.apply(TomlDocument.parse(document), patches, MergeOptions.DEFAULTS.forReleases(targets));
    }

    /** What a merge adds, as {@code key = value}, but for the runc that it writes out. */
    private static List<String> added(String document, String fragment, String... releases) {
        MergeResult result = merge(document, fragment, releases);
        return result.changes().stream()
                .filter(change -> !change.key().toString().endsWith("runtimes.runc.runtime_type"))
                .map(change ->
                        change.key() + " = " + change.after().orElseThrow().value())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "runtimes.kata.runtime_type = 'x'",
                "containerd.runtimes.kata.runtime_type = 'x'",
                "plugins.cri.containerd.runtimes.kata.runtime_type = 'x'",
                "version = 2\nplugins.'io.containerd.grpc.v1.cri'.containerd.runtimes.kata.runtime_type = 'x'",
                "version = 3\nplugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.kata.runtime_type = 'x'",
                "plugins.io.containerd.grpc.v1.cri.containerd.runtimes.kata.runtime_type = 'x'",
            })
    void aRuntimeLandsWhereTheFileHasItHoweverItIsSpelt(String fragment) {
        String setting = "containerd.runtimes.kata.runtime_type = \"x\"";

        assertThat(added("root = '/'\n", fragment)).containsExactly("plugins.cri." + setting);
        assertThat(added("version = 2\n", fragment)).containsExactly(OLD + setting);
        assertThat(added("version = 3\n", fragment)).containsExactly(RUNTIME + setting);
        assertThat(added("version = 4\n", fragment)).containsExactly(RUNTIME + setting);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sandbox_image = 'p'         | sandbox_image = \"p\"                 | pinned_images.sandbox = \"p\"",
                "registry.config_path = 'p'  | registry.config_path = \"p\"          | registry.config_path = \"p\"",
                "snapshotter = 's'           | containerd.snapshotter = \"s\"        | snapshotter = \"s\"",
                "pinned_images.sandbox = 'p' | sandbox_image = \"p\"                 | pinned_images.sandbox = \"p\"",
            })
    void whatIsOfImagesMovesToTheImagePlugin(String fragment, String old, String split) {
        assertThat(added("version = 2\n", fragment)).containsExactly(OLD + old);
        assertThat(added("version = 3\n", fragment)).containsExactly(IMAGES + split);
    }

    @Test
    void theSandboxerOfARuntimeHasItsFormerNameInOldFiles() {
        String fragment = "[runtimes.kata]\nsandboxer = 'shim'\n";

        assertThat(added("version = 2\n", fragment))
                .containsExactly(OLD + "containerd.runtimes.kata.sandbox_mode = \"shim\"");
        assertThat(added("version = 3\n", "plugins.cri.containerd.runtimes.kata.sandbox_mode = 'shim'"))
                .containsExactly(RUNTIME + "containerd.runtimes.kata.sandboxer = \"shim\"");
    }

    @Test
    void theSnapshotterOfARuntimeIsThatOfItsImagesToo() {
        String fragment = "[runtimes.kata]\nruntime_type = 'x'\nsnapshotter = 'devmapper'\n";

        assertThat(added("version = 3\n", fragment))
                .containsExactly(
                        RUNTIME + "containerd.runtimes.kata.runtime_type = \"x\"",
                        RUNTIME + "containerd.runtimes.kata.snapshotter = \"devmapper\"",
                        IMAGES + "runtime_platforms.kata.snapshotter = \"devmapper\"");
        assertThat(added("version = 2\n", fragment)).hasSize(2);
    }

    @Test
    void theSnapshotterOfImagesIsThatOfTheRuntimeInOldFiles() {
        String platform = IMAGES + "runtime_platforms.kata.snapshotter = 'devmapper'\n";

        assertThat(added("version = 2\n", platform + "runtimes.kata.runtime_type = 'x'\n"))
                .containsExactly(
                        OLD + "containerd.runtimes.kata.runtime_type = \"x\"",
                        OLD + "containerd.runtimes.kata.snapshotter = \"devmapper\"");
        assertThat(merge("version = 2\n", platform).notices())
                .extracting(Notice::kind)
                .containsExactly(Notice.Kind.NO_PLACE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "version = 2                                      |       | bin_dir = \"/x\"",
                "version = 3                                      |       | bin_dir = \"/x\"",
                "version = 3                                      | 2.1.9 | bin_dirs = [\"/x\"]",
                "version = 3                                      | 2.0.1 | bin_dir = \"/x\"",
            })
    void theDirectoryOfCniIsOneOrAListAsTheReleasesHaveIt(String document, String release, String setting) {
        String fragment = "cni.bin_dir = '/x'";
        String[] releases = release == null ? new String[0] : new String[] {release};

        assertThat(added(document, fragment, releases))
                .singleElement()
                .asString()
                .endsWith(".cni." + setting);
    }

    @Test
    void aFileHasOneKindOfCniDirectoriesOnly() {
        String many = "version = 3\n[" + RUNTIME + "cni]\nbin_dirs = ['/a', '/b']\n";
        String one = "version = 3\n[" + RUNTIME + "cni]\nbin_dir = '/a'\n";

        assertThat(merge(many, "cni.bin_dir = '/x'").document().text())
                .isEqualTo(many.replace("['/a', '/b']", "['/x']"));
        assertThat(merge(one, "cni.bin_dirs = ['/x', '/y']").document().text())
                .isEqualTo(one.replace("bin_dir = '/a'", "bin_dirs = [\"/x\", \"/y\"]"));
    }

    @Test
    void severalCniDirectoriesHaveNoPlaceInOldFiles() {
        MergeResult result = merge("version = 2\n", "cni.bin_dirs = ['/x', '/y']");

        assertThat(result.changed()).isFalse();
        assertThat(result.notices())
                .extracting(Notice::toString)
                .containsExactly("a.toml:1:5: cni.bin_dirs has no place in a file of version 2 and was left out;"
                        + " cni.bin_dir takes one directory");
    }

    @Test
    void whatHasNoPlaceIsReportedWithItsPlaceAndWhatToUseInstead() {
        MergeResult result = merge("version = 3\n", "# old\nplugins.cri.systemd_cgroup = true\n");

        assertThat(result.changed()).isFalse();
        assertThat(result.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.key()).isEqualTo(Key.parse("plugins.cri.systemd_cgroup"));
            assertThat(notice.toString())
                    .startsWith("a.toml:2:13: plugins.cri.systemd_cgroup has no place in a file of version 3")
                    .contains("SystemdCgroup");
        });
    }

    @Test
    void theSocketsAreTablesOfPluginsInVersionFour() {
        assertThat(added(
                        "version = 4\n",
                        "[grpc]\naddress = '/s'\ntcp_address = '/t'\n[debug]\nuid = 1\nlevel = 'warn'\n"))
                .containsExactly(
                        "plugins.\"io.containerd.server.v1.grpc\".address = \"/s\"",
                        "plugins.\"io.containerd.server.v1.grpc-tcp\".address = \"/t\"",
                        "plugins.\"io.containerd.server.v1.debug\".uid = 1",
                        "plugins.\"io.containerd.server.v1.ttrpc\".address = \"/s.ttrpc\"",
                        "debug.level = \"warn\"");
        assertThat(added("version = 2\n", "[plugins.'io.containerd.server.v1.metrics']\naddress = ':1'\n"))
                .containsExactly("metrics.address = \":1\"");
    }

    @ParameterizedTest
    @CsvSource({
        "restart, io.containerd.internal.v1.restart, io.containerd.monitor.container.v1.restart",
        "cgroups, io.containerd.monitor.v1.cgroups, io.containerd.monitor.task.v1.cgroups",
        "devmapper, io.containerd.snapshotter.v1.devmapper, io.containerd.snapshotter.v1.devmapper",
    })
    void pluginsHaveTheNamesOfTheVersion(String v1, String v2, String v3) {
        for (String id : List.of(v1, v2, v3)) {
            String fragment = "plugins.'" + id + "'.x = 1\ndisabled_plugins = ['" + id + "']\n";

            assertThat(added("root = '/'\n", fragment))
                    .containsExactly("plugins." + v1 + ".x = 1", "disabled_plugins = [\"" + v1 + "\"]");
            assertThat(added("version = 2\n", fragment))
                    .containsExactly("plugins.\"" + v2 + "\".x = 1", "disabled_plugins = [\"" + v2 + "\"]");
            assertThat(added("version = 3\n", fragment))
                    .containsExactly("plugins.\"" + v3 + "\".x = 1", "disabled_plugins = [\"" + v3 + "\"]");
        }
    }

    @Test
    void aNewFileThatNamesPluginsSaysWhichVersionTheNamesAreOf() {
        for (String list : List.of("disabled_plugins", "required_plugins")) {
            assertThat(added("", list + " = ['cri']\n"))
                    .containsExactlyInAnyOrder("version = 2", list + " = [\"io.containerd.grpc.v1.cri\"]");
        }
        assertThat(added("", "oom_score = 1\n")).containsExactly("oom_score = 1");
    }

    @Test
    void coreSchedulingBecomesAVariableOfTheShim() {
        String env = "plugins.\"io.containerd.shim.v1.manager\".env = [\"SCHED_CORE=1\"]";

        assertThat(added("version = 3\n", "plugins.'io.containerd.runtime.v2.task'.sched_core = true"))
                .containsExactly(env);
        assertThat(added("version = 2\n", env))
                .containsExactly("plugins.\"io.containerd.runtime.v2.task\".sched_core = true");
    }

    @Test
    void aFileWithoutAVersionKeepsToTheIdsThatItHas() {
        String document = "[plugins.'io.containerd.grpc.v1.cri']\nenable_selinux = true\n";

        assertThat(added(document, "sandbox_image = 'p'")).containsExactly(OLD + "sandbox_image = \"p\"");
    }

    @Test
    void anEmptyFileGetsTheVersionThatFits() {
        assertThat(added("", "runtimes.a.runtime_type = 'x'")).first().isEqualTo("version = 2");
        assertThat(added("", "runtimes.a.runtime_type = 'x'", "2.1")).first().isEqualTo("version = 3");
        assertThat(added("", "runtimes.a.runtime_type = 'x'", "2.3", "2.1"))
                .first()
                .isEqualTo("version = 3");
        assertThat(added("", RUNTIME + "enable_selinux = true")).first().isEqualTo("version = 3");
        assertThat(added("", "root = '/x'")).containsExactly("root = \"/x\"");
    }

    @Test
    void refusesWhatNoVersionIs() {
        assertThatExceptionOfType(EditConflictException.class)
                .isThrownBy(() -> merge("version = 9\n", "root = '/'"))
                .withMessage("version is 9 here, which no containerd reads");
        assertThatExceptionOfType(EditConflictException.class)
                .isThrownBy(() -> merge("version = 2\n", "version = 9"))
                .withMessage("version is 9 in a.toml:1:1, which no containerd reads");
    }

    @Test
    void writesRuncOutWhereANewTableOfRuntimesWouldRemoveIt() {
        String fragment = "[runtimes.kata]\nruntime_type = 'x'\n";
        Key runc = Key.parse(OLD + "containerd.runtimes.runc.runtime_type");

        assertThat(merge("version = 2\n", fragment).document().find(runc))
                .contains(TomlValue.of("io.containerd.runc.v2"));
        assertThat(merge("version = 2\n", fragment, "1.7").notices())
                .extracting(Notice::kind)
                .containsExactly(Notice.Kind.WRITTEN_OUT);
        assertThat(merge("version = 2\n", fragment, "2.1").document().contains(runc))
                .isFalse();
        assertThat(merge("version = 2\n", fragment, "1.4").document().contains(runc))
                .isFalse();
        assertThat(merge("version = 3\n", fragment).document().root().toToml()).doesNotContain("runc");
    }

    @Test
    void completesARuncThatIsPartlyWritten() {
        String fragment = "runtimes.runc.options.SystemdCgroup = true";
        Key type = Key.parse(OLD + "containerd.runtimes.runc.runtime_type");

        assertThat(merge("version = 2\n", fragment, "1.4").document().contains(type))
                .isTrue();
        assertThat(merge("version = 2\n", fragment, "2.2").document().contains(type))
                .isFalse();
    }

    @Test
    void removesARuntimeWithWhatPointsToIt() {
        String before = "version = 3\n";
        ConfigPatch add = ConfigPatch.builder()
                .set(
                        Key.parse("runtimes.kata"),
                        TomlTable.builder()
                                .put("runtime_type", "x")
                                .put("snapshotter", "y")
                                .build())
                .defaultRuntime("kata")
                .build();
        ConfigPatch remove = ConfigPatch.builder().removeRuntime("kata").build();
        MergeResult added = Merger.apply(TomlDocument.parse(before), add);

        assertThat(Merger.apply(added.document(), remove).document().text()).isEqualTo(before);
    }

    @Test
    void keepsTablesThatACommentSpeaksOf() {
        String table = "version = 2\n# mine\n[" + OLD + "containerd.runtimes]\n";
        String document = table + "[" + OLD + "containerd.runtimes.kata]\nruntime_type = 'x'\n";
        ConfigPatch remove = ConfigPatch.builder().removeRuntime("kata").build();

        MergeResult result = Merger.apply(TomlDocument.parse(document), remove);

        assertThat(result.document().text()).startsWith(table).doesNotContain("kata");
    }

    @Test
    void sizesOfMessagesCountForTheTcpSocketOfVersion4IfThereIsOne() {
        String tcp = "plugins.\"io.containerd.server.v1.grpc-tcp\".";
        String own = "plugins.\"io.containerd.server.v1.grpc\".max_recv_message_size = 5";

        assertThat(added("version = 4\n" + tcp + "address = ':1'\n", "grpc.max_recv_message_size = 5"))
                .containsExactlyInAnyOrder(own, tcp + "max_recv_message_size = 5");
        assertThat(added("version = 4\n", "grpc.max_recv_message_size = 5")).containsExactly(own);
    }

    @Test
    void aRuntimeThatWasTheOnlyOneCanGo() {
        String runtimes = "version = 2\n[" + OLD + "containerd.runtimes";
        TomlDocument document = TomlDocument.parse(runtimes + ".runc]\nruntime_type = 'x'\n");
        ConfigPatch patch =
                ConfigPatch.builder().unset(Key.parse("runtimes.runc")).build();

        assertThat(Merger.apply(document, patch).document().text()).isEqualTo("version = 2\n");
    }
}
