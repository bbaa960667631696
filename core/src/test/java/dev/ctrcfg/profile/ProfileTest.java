// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.toml.EditConflictException;
import dev.ctrcfg.toml.TomlDocument;
import org.junit.jupiter.api.Test;

class ProfileTest {

    @Test
    void theFilesOfAProfileAreKnownByTheirPaths() {
        for (Profile profile : Profile.values()) {
            assertThat(Profile.of(profile.id())).contains(profile);
            assertThat(Profile.ofPath(profile.rendered())).contains(profile);
            for (String file : profile.files()) {
                assertThat(Profile.ofPath(file)).contains(profile);
                assertThat(profile.objection(file, "")).isEmpty();
            }
        }
        assertThat(Profile.ofPath("/host/data/rancher/rke2/agent/etc/containerd/config.toml"))
                .contains(Profile.RKE2);
        assertThat(Profile.ofPath("/etc/containerd/config.toml")).isEmpty();
    }

    @Test
    void aFileThatIsWrittenAtEveryStartIsNotForEditing() {
        assertThat(Profile.K3S.objection(Profile.K3S.rendered(), "")).isPresent();
        assertThat(Profile.MICROK8S.objection(Profile.MICROK8S.rendered(), "")).isPresent();
        assertThat(Profile.K0S.objection("/etc/k0s/containerd.toml", "# k0s_managed=true\n"))
                .isPresent();
    }

    @Test
    void theTemplateOfTheRightVersionIsMade() {
        assertThat(Profile.K3S.newFile(ConfigVersion.V3)).endsWith("/config-v3.toml.tmpl");
        assertThat(Profile.RKE2.newFile(ConfigVersion.V2)).endsWith("/rke2/agent/etc/containerd/config.toml.tmpl");
        assertThat(Profile.K3S.dropInDirectory(ConfigVersion.V2).orElseThrow()).endsWith("/config.toml.d");
    }

    @Test
    void aTableOfTheBaseIsNotWrittenTwice() {
        assertThatThrownBy(() -> extend("[plugins.'io.containerd.cri.v1.runtime'.cni]\nconf_dir = \"/x\"\n"))
                .isInstanceOf(EditConflictException.class)
                .hasMessageStartingWith(
                        "the base template writes [plugins.\"io.containerd.cri.v1.runtime\".cni] already");
        assertThatThrownBy(() -> extend("oom_score = 1\n"))
                .hasMessageStartingWith("oom_score would end up in the last table of the base template");
        assertThatCode(() -> extend("[plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.kata]\n"))
                .doesNotThrowAnyException();
    }

    private static void extend(String text) {
        TomlDocument before = TomlDocument.parse("version=3 # base\n");
        BaseTemplate.requireNoRepetition(before, TomlDocument.parse(before.text() + text), ConfigVersion.V3);
    }
}
