// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.effective.ConfigSource;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatchCheckTest {

    private static PatchCheck check(String document, String fragment, String... releases) {
        List<ContainerdRelease> targets = new ArrayList<>();
        for (String release : releases) {
            targets.add(ContainerdRelease.parse(release));
        }
        MergeOptions options = MergeOptions.DEFAULTS.forReleases(targets);
        TomlDocument before = TomlDocument.parse(document);
        ConfigPatch patch = ConfigPatch.of("a.toml", TomlDocument.parse(fragment));
        MergeResult result = Merger.apply(before, List.of(patch), options);
        return PatchCheck.of(new PatchCheck.Checked("/etc/c.toml", before, ConfigSource.none()), result, options);
    }

    private static List<String> refusals(String document, String fragment, String... releases) {
        return check(document, fragment, releases).refusals().stream()
                .map(Notice::toString)
                .toList();
    }

    @Test
    void passesARuntimeThatEveryReleaseTakes() {
        String kata = "[runtimes.kata]\nruntime_type = 'io.containerd.kata.v2'\npod_annotations = ['a']\n";

        assertThat(check("version = 2\n", kata).refusals()).isEmpty();
        assertThat(check("version = 3\n", kata)).isEqualTo(new PatchCheck(List.of(), List.of()));
        assertThat(check("version = 4\n", kata)).isEqualTo(new PatchCheck(List.of(), List.of()));
    }

    @Test
    void refusesADefaultRuntimeThatIsNotThere() {
        assertThat(refusals("version = 3\n", "default_runtime_name = 'kata'", "2.1"))
                .singleElement()
                .asString()
                .startsWith("containerd 2.1.9: the CRI plugin does not load: ")
                .contains("kata");
    }

    @Test
    void refusesAWrongType() {
        assertThat(refusals("version = 3\n", "enable_selinux = 'yes'", "2.1"))
                .singleElement()
                .asString()
                .startsWith("containerd 2.1.9: the daemon does not start: ");
    }

    @Test
    void refusesWhatTheReleaseAskedForDoesNotHave() {
        String fragment = "[runtimes.kata]\nruntime_type = 'x'\nsnapshotter = 'devmapper'\n";

        assertThat(refusals("version = 2\n", fragment, "1.6"))
                .singleElement()
                .asString()
                .contains("kata.snapshotter has no effect in containerd 1.6.39");
        assertThat(refusals("version = 2\n", fragment, "1.7")).isEmpty();
        assertThat(check("version = 2\n", fragment).notices())
                .extracting(Notice::kind)
                .contains(Notice.Kind.IGNORED);
        assertThat(refusals("version = 2\n", fragment)).isEmpty();
    }

    @Test
    void saysNoMoreThanThatAnEmptyValueHasNoEffect() {
        PatchCheck check = check("version = 3\n", "runtimes.runc.runtime_rooot = ''", "2.1");

        assertThat(check.passes()).isTrue();
        assertThat(check.notices()).extracting(Notice::kind).containsExactly(Notice.Kind.IGNORED);
    }

    @Test
    void refusesWhatNoReleaseHas() {
        assertThat(refusals("version = 3\n", "[runtimes.kata]\nruntime_type = 'x'\nruntime_tpye = 'x'\n"))
                .singleElement()
                .asString()
                .contains("kata.runtime_tpye has no effect in containerd 2.0.11, 2.1.9");
    }

    @Test
    void refusesAFileOfVersionOneForReleasesThatDropItsSettings() {
        String kata = "[runtimes.kata]\nruntime_type = 'x'\n";

        assertThat(refusals("version = 1\n", kata, "2.1"))
                .singleElement()
                .asString()
                .contains("2.1.9");
        assertThat(refusals("version = 1\n", kata, "2.3")).isEmpty();
        assertThat(refusals("version = 1\n", kata, "1.7")).isEmpty();
    }

    @Test
    void saysWhatWasSoBefore() {
        String document = "version = 3\n[plugins.'io.containerd.cri.v1.runtime'.containerd]\n"
                + "default_runtime_name = 'gone'\n";
        PatchCheck check = check(document, "sandbox_image = 'x'", "2.1");

        assertThat(check.passes()).isTrue();
        assertThat(check.notices()).singleElement().asString().endsWith("it was so before the patch");
    }

    @Test
    void saysThatThePluginIsOff() {
        String off = "version = 2\ndisabled_plugins = ['io.containerd.grpc.v1.cri']\n";

        assertThat(refusals(off, "sandbox_image = 'x'", "1.7")).isEmpty();
        assertThat(check(off, "sandbox_image = 'x'", "1.7").notices())
                .singleElement()
                .asString()
                .contains("no effect in containerd 1.7.34: disabled_plugins takes the CRI plugin out");
        assertThat(refusals(off, "sandbox_image = 'x'\ndisabled_plugins = []", "1.7"))
                .isEmpty();
        assertThat(refusals(off, "[debug]\nlevel = 'info'", "1.7")).isEmpty();
    }

    @Test
    void refusesToTakeTheCriPluginOut() {
        assertThat(refusals("version = 3\n", "disabled_plugins = ['io.containerd.grpc.v1.cri']", "2.1"))
                .containsExactly("containerd 2.1.9: disabled_plugins takes the CRI plugin out");
    }

    @Test
    void refusesOnceForAllReleasesThatNoneHasAPlugin() {
        assertThat(refusals("version = 3\n", "plugins.'io.containerd.x.v1.y'.z = 1"))
                .singleElement()
                .asString()
                .contains("2.0.11, 2.1.9")
                .contains(": it has no such plugin");
        assertThat(refusals("version = 3\n", "plugins.foo.bar = 1")).hasSize(1);
    }

    @Test
    void passesThePluginThatSomebodyElseMayHaveBuiltIn() {
        PatchCheck check = check("version = 3\n", "plugins.'io.containerd.snapshotter.v1.stargz'.z = 1");

        assertThat(check.passes()).isTrue();
        assertThat(check.notices()).extracting(Notice::kind).containsExactly(Notice.Kind.IGNORED);
    }

    @Test
    void refusesAnOptionOfTheWrongType() {
        assertThat(refusals("version = 3\n", "runtimes.runc.options.SystemdCgroup = 'yes'", "2.1"))
                .containsExactly("containerd 2.1.9: every pod of the handler \"runc\" fails: its option SystemdCgroup"
                        + " has a value of the wrong type");
        assertThat(refusals("version = 3\n", "runtimes.runc.options.SystemdCgroup = true", "2.1"))
                .isEmpty();
    }

    @Test
    void refusesWhatAnImportOverrides() {
        String main = "version = 3\nimports = ['/etc/o.toml']\n";
        ConfigSource files = new ConfigSource() {
            @Override
            public byte[] read(String path) {
                return "version = 3\n[plugins.'io.containerd.cri.v1.runtime']\nenable_selinux = false\n"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
            }

            @Override
            public List<String> list(String directory) {
                return List.of();
            }

            @Override
            public String workingDirectory() {
                return "/";
            }
        };
        MergeOptions options = MergeOptions.DEFAULTS.forReleases(List.of(ContainerdRelease.parse("2.1")));
        TomlDocument before = TomlDocument.parse(main);
        ConfigPatch on = ConfigPatch.of("a.toml", TomlDocument.parse("enable_selinux = true"));
        PatchCheck.Checked file = new PatchCheck.Checked("/etc/c.toml", before, files);

        assertThat(PatchCheck.of(file, Merger.apply(before, List.of(on), options), options)
                        .refusals())
                .singleElement()
                .asString()
                .endsWith("/etc/o.toml:3:1 overrides it");
    }

    @Test
    void leavesAPluginThatTheFileSpeaksOfToThoseWhoKnowIt() {
        PatchCheck check =
                check("version = 3\n[plugins.'io.containerd.x.v1.y']\na = 1\n", "plugins.'io.containerd.x.v1.y'.z = 1");

        assertThat(check.passes()).isTrue();
        assertThat(check.notices()).hasSize(1);
    }

    @Test
    void saysWhatElseInTheFileLosesItsEffect() {
        String old = "version = 3\n[plugins.'io.containerd.grpc.v1.cri'.containerd.runtimes.gpu]\nruntime_type = 'x'\n";
        String kata = "[runtimes.kata]\nruntime_type = 'y'\n";

        assertThat(check(old, kata, "2.3").notices())
                .singleElement()
                .asString()
                .startsWith("containerd 2.3.4: plugins.\"io.containerd.grpc.v1.cri\".containerd.runtimes")
                .contains(" loses its effect: ");
        assertThat(check(old, kata, "2.1").notices()).isEmpty();
        assertThat(check(old.replace("3", "2"), "root = '/r'", "2.1").notices()).isEmpty();
    }

    @Test
    void saysWhatAnotherVersionDoesToTheFile() {
        String old = "version = 2\n[plugins.'io.containerd.grpc.v1.cri']\nenable_selinux = true\n";
        TomlDocument before = TomlDocument.parse(old);
        MergeOptions options = MergeOptions.DEFAULTS.forReleases(List.of(ContainerdRelease.parse("2.1")));
        ConfigPatch patch =
                ConfigPatch.builder().set(Key.of("version"), TomlValue.of(3)).build();
        MergeResult result = Merger.apply(before, List.of(patch), options);
        PatchCheck.Checked file = new PatchCheck.Checked("/etc/c.toml", before, ConfigSource.none());

        assertThat(PatchCheck.of(file, result, options).notices())
                .singleElement()
                .asString()
                .startsWith("containerd 2.1.9: plugins.\"io.containerd.grpc.v1.cri\"")
                .contains(" loses its effect: ");
    }
}
