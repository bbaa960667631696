// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.dropin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ctrcfg.diff.Change;
import dev.ctrcfg.effective.ConfigSource;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.toml.EditConflictException;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DropInTest {

    private static final String MAIN = "/etc/containerd/config.toml";
    private static final TomlDocument EMPTY = TomlDocument.parse("");
    private static final String CRI = "plugins.\"io.containerd.grpc.v1.cri\"";

    private static final String V2 = """
            version = 2
            [plugins."io.containerd.grpc.v1.cri"]
              sandbox_image = "pause"
              [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
                runtime_type = "io.containerd.runc.v2"
            """;

    private static final String KATA_V3 = """
            [plugins."io.containerd.cri.v1.runtime".containerd.runtimes.kata]
            runtime_type = "io.containerd.kata.v2"
            """;

    private static final String KATA_V2 = """
            [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.kata]
            runtime_type = "io.containerd.kata.v2"
            """;

    @Test
    void theDropInSaysWhatThePatchSaysWithTheVersionOfTheMainFile() {
        DropInPlan plan = plan("version = 3\nimports = [\"/etc/containerd/conf.d/*.toml\"]\n", KATA_V3, "2.1");

        assertThat(plan.file().path()).isEqualTo("/etc/containerd/conf.d/50-kata.toml");
        assertThat(plan.dropIn().text()).isEqualTo("""
                        version = 3
                        [plugins."io.containerd.cri.v1.runtime".containerd.runtimes.kata]
                        runtime_type = "io.containerd.kata.v2"
                        """);
        assertThat(plan.main().text()).startsWith("version = 3\nimports = [\"/etc/containerd/conf.d/*.toml\"]\n");
    }

    @Test
    void theImportIsAddedOnce() {
        DropInPlan plan = plan("version = 3\n", KATA_V3, "2.1");

        assertThat(plan.main().text()).isEqualTo("version = 3\nimports = [\"/etc/containerd/conf.d/*.toml\"]\n");
        assertThat(plan(plan.main().text(), KATA_V3, "2.1").main()).isEqualTo(plan.main());
    }

    @Test
    void aFileThatLayUnreadInTheDirectoryStaysUnread() {
        DropInFile file = DropInFile.of(MAIN, EMPTY, "kata", new Listing("old.toml"));

        assertThat(file.missingImport()).contains("/etc/containerd/conf.d/kata.toml");
    }

    @Test
    void anImportByNameGoesBeforeItsFile() {
        TomlDocument main = TomlDocument.parse("imports = [\"/a.toml\", \"conf.d/kata.toml\"] # ours\n");
        DropInFile file = DropInFile.of(MAIN, main, "kata", ConfigSource.none());

        assertThat(file.missingImport()).isEmpty();
        assertThat(file.withoutImport(MAIN, main).text()).isEqualTo("imports = [\"/a.toml\"] # ours\n");
    }

    @Test
    void oneThatAPatternCoversNeedsNoEdit() {
        TomlDocument main = TomlDocument.parse("imports = [\"/etc/containerd/*.d/*.toml\"]\n");
        DropInFile file = DropInFile.in("/etc/containerd/conf.d", "kata.toml");

        assertThat(file.withoutImport(MAIN, main)).isEqualTo(main);
    }

    @Test
    void beforeTwoADropInWouldReplaceTheWholeTable() {
        assertThatThrownBy(() -> plan(V2, KATA_V2, "1.7"))
                .isInstanceOf(EditConflictException.class)
                .hasMessageStartingWith("containerd 1.7 would put the drop-in's table " + CRI
                        + " in the place of the whole table of the main file");
        assertThat(plan(V2, KATA_V2, "2.1").dropIn().text())
                .doesNotContain("sandbox_image")
                .contains("kata");
    }

    @Test
    void aCompleteDropInHoldsTheWholeTable() {
        TomlDocument main = TomlDocument.parse(V2);
        DropInFile file = DropInFile.of(MAIN, main, "50-kata", ConfigSource.none());

        DropInPlan plan = plan(new DropIn(file, main, EMPTY, DropIn.Extent.COMPLETE), KATA_V2, "1.7");

        TomlTable section = (TomlTable) plan.dropIn().find(Key.parse(CRI)).orElseThrow();
        assertThat(section.find(Key.of("sandbox_image"))).contains(TomlValue.of("pause"));
        assertThat(section.find(Key.parse("containerd.runtimes.runc.runtime_type")))
                .isPresent();
        assertThat(section.find(Key.parse("containerd.runtimes.kata.runtime_type")))
                .isPresent();
    }

    @Test
    void aSecondPatchAddsToTheDropIn() {
        TomlDocument main = TomlDocument.parse("version = 3\n");
        DropInFile file = DropInFile.of(MAIN, main, "50-kata", ConfigSource.none());
        TomlDocument first = plan("version = 3\n", KATA_V3, "2.1").dropIn();

        DropInPlan second = plan(
                new DropIn(file, main, first, DropIn.Extent.SMALLEST),
                "[plugins.\"io.containerd.cri.v1.runtime\".containerd]\ndefault_runtime_name = \"kata\"\n",
                "2.1");

        assertThat(second.dropIn().text()).contains("default_runtime_name").contains("io.containerd.kata.v2");
    }

    @Test
    void aProxyPluginIsWrittenWhole() {
        String main = "version = 3\n[proxy_plugins.soci]\ntype = \"snapshot\"\naddress = \"/a\"\n";

        DropInPlan plan = plan(main, "[proxy_plugins.soci]\naddress = \"/b\"\n", "2.1");

        assertThat(plan.dropIn().text()).contains("type = \"snapshot\"").contains("address = \"/b\"");
    }

    @Test
    void listsOfPluginsHoldWhatIsAdded() {
        DropInPlan plan =
                plan("version = 3\ndisabled_plugins = [\"a.b\"]\n", "disabled_plugins = [\"a.b\", \"c.d\"]\n", "2.1");

        assertThat(plan.dropIn().text()).contains("disabled_plugins = [\"c.d\"]");
    }

    @Test
    void theSnapshotterOfAnOldFileStandsWithRuntimes() {
        String snapshotter = "[plugins.\"io.containerd.grpc.v1.cri\".containerd]\nsnapshotter = \"zfs\"\n";

        assertThat(plan("version = 2\n", snapshotter, "2.3").dropIn().text())
                .contains("[plugins.\"io.containerd.grpc.v1.cri\".containerd.runtimes]");
    }

    @Test
    void whatADropInCannotDoIsRefused() {
        assertThatThrownBy(() -> plan("version = 3\noom_score = 1\n", "oom_score = 0\n", "2.1"))
                .hasMessage("containerd takes no 0 for oom_score from a drop-in; patch the main file");
        assertThatThrownBy(() -> plan("version = 3\n", "imports = [\"x\"]\n", "2.1"))
                .hasMessageStartingWith("a drop-in for imports");
        assertThatThrownBy(() -> plan("version = 2\n", KATA_V2, "1.2")).hasMessage("containerd 1.2 reads no drop-ins");
        assertThatThrownBy(() ->
                        plan("version = 3\ndisabled_plugins = [\"a.b\"]\n", "disabled_plugins = [\"c.d\"]\n", "2.1"))
                .hasMessage("a drop-in cannot take \"a.b\" out of disabled_plugins");
        TomlDocument main = TomlDocument.parse("version = 3\nroot = \"/x\"\n");
        DropIn dropIn = new DropIn(DropInFile.in("/d", "x"), main, EMPTY, DropIn.Extent.SMALLEST);
        Change removal = new Change.Removed(Key.of("root"), TomlValue.of("/x"));
        assertThatThrownBy(() -> dropIn.plan(main, List.of(removal), List.of()))
                .hasMessage("a drop-in cannot remove root, which the main file has");
    }

    @Test
    void aNameIsThatOfAFileInTheDirectory() {
        for (String name : List.of("", "../x", "a/b", ".x", "*")) {
            assertThatThrownBy(() -> DropInFile.in("/etc/conf.d", name)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static DropInPlan plan(String main, String patch, String release) {
        TomlDocument document = TomlDocument.parse(main);
        DropInFile file = DropInFile.of(MAIN, document, "50-kata", ConfigSource.none());
        return plan(new DropIn(file, document, EMPTY, DropIn.Extent.SMALLEST), patch, release);
    }

    private static DropInPlan plan(DropIn dropIn, String patch, String release) {
        TomlDocument view = dropIn.view();
        TomlTable wanted = TomlDocument.parse(patch).root();
        TomlDocument patched = view.edit().merge(Key.ROOT, wanted).document();
        List<Change> changes = new ArrayList<>();
        compare(Key.ROOT, view.root(), patched.root(), changes);
        return dropIn.plan(patched, changes, List.of(ContainerdRelease.parse(release)));
    }

    private static void compare(Key key, TomlTable before, TomlTable after, List<Change> changes) {
        for (Map.Entry<String, TomlValue> entry : after.entries().entrySet()) {
            Key at = key.child(entry.getKey());
            TomlValue old = before.entries().get(entry.getKey());
            if (entry.getValue() instanceof TomlTable table) {
                compare(at, old instanceof TomlTable was ? was : TomlTable.EMPTY, table, changes);
            } else if (old == null) {
                changes.add(new Change.Added(at, entry.getValue()));
            } else if (!old.equals(entry.getValue())) {
                changes.add(new Change.Replaced(at, old, entry.getValue()));
            }
        }
    }

    /** A source with files in every directory. */
    private record Listing(String... names) implements ConfigSource {

        @Override
        public byte[] read(String path) {
            return new byte[0];
        }

        @Override
        public List<String> list(String directory) {
            return List.of(names);
        }

        @Override
        public String workingDirectory() {
            return "/";
        }
    }
}
