// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.cli.report.JsonReport;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.DefaultConfig;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.testing.Shared;
import dev.ctrcfg.toml.TomlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigSchemaTest {

    private static List<String> errors(String release, String toml) {
        String schema = JsonReport.of(ConfigSchema.of(ContainerdRelease.parse(release)));
        return JsonSchemas.errors(schema, JsonReport.of(TomlDocument.parse(toml).root()));
    }

    @ParameterizedTest
    @EnumSource
    void takesTheDefaultConfigurationOfEveryLine(ReleaseLine line) {
        String schema = JsonReport.of(ConfigSchema.of(line.newest()));

        assertThat(JsonSchemas.errors(schema, JsonReport.of(DefaultConfig.of(line.newest()))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1.4.9, containerd-1.4.9",
        "1.6.20-deb, containerd-1.6.20-deb",
        "1.7.24-deb, containerd-1.7.24-deb",
        "2.1.9-deb, containerd-2.1.9-deb"
    })
    void takesTheFileThatARealContainerdPrints(String release, String folder) throws IOException {
        String config =
                Files.readString(Shared.testdata("config").resolve(folder).resolve("config.toml"));

        assertThat(errors(release, config)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version = 2",
                "verison = 3",
                "oom_score = \"0\"",
                "imports = \"/etc/containerd/conf.d/*.toml\"",
                "plugins = 3",
                "[plugins.'io.containerd.cri.v1.runtime']\nenable_selinux = 1",
                "[plugins.'io.containerd.gc.v1.scheduler']\nstartup_delay = '5 seconds'",
                "[plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.kata]\nruntime_typ = 'io.containerd.kata.v2'",
                "[plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.kata]\npod_annotations = [1]",
                "[plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.runc.options]\nSystemdCgroup = 'true'"
            })
    void refuses(String toml) {
        assertThat(errors("2.1", toml)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version = 3",
                "[plugins.'com.example.plugin.v1.mine']\nanything = 1",
                "[plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.kata.options]\nConfigPath = '/x'\nOther = 1",
                "[proxy_plugins.stargz]\ntype = 'snapshot'\naddress = '/run/stargz.sock'"
            })
    void takes(String toml) {
        assertThat(errors("2.1", toml)).isEmpty();
    }

    @Test
    void saysWhatASettingDoes() {
        String schema = JsonReport.of(ConfigSchema.of(ContainerdRelease.parse("2.1")));

        assertThat(schema).contains("\"title\": \"Configuration of containerd 2.1", "\"description\": \"");
    }
}
