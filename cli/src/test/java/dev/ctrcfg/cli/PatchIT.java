// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.cli.ContainerdDaemon.CriRuntime;
import dev.ctrcfg.testing.Shared;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PatchIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void containerdReadsThePatchedDefaults(Containerd containerd) throws Exception {
        String before = containerd.configDump(containerd.defaultConfig());
        String after = containerd.configDump(patchedDefaults(containerd));

        assertThat(before).doesNotContain("io.containerd.kata.v2");
        assertThat(after).contains("io.containerd.kata.v2").contains("io.containerd.runc.v2");
    }

    @ParameterizedTest
    @EnumSource
    void criStartsWithTheAddedRuntimeBesideTheOldOne(Containerd containerd) throws Exception {
        try (ContainerdDaemon daemon = ContainerdDaemon.start(containerd, patchedDefaults(containerd))) {
            assertThat(daemon.pluginStatus(containerd.criPlugin())).contains("ok");
            assertThat(daemon.criRuntime("kata")).contains(new CriRuntime("io.containerd.kata.v2", true));
            assertThat(daemon.criRuntime("runc")).contains(new CriRuntime("io.containerd.runc.v2", false));
        }
    }

    @ParameterizedTest
    @EnumSource
    void processRunsThroughTheShimOfTheAddedRuntime(Containerd containerd) throws Exception {
        try (ContainerdDaemon daemon = ContainerdDaemon.start(containerd, patchedDefaults(containerd))) {
            daemon.addShim("kata");

            String type = daemon.criRuntime("kata").orElseThrow().type();
            assertThat(daemon.runBusybox(type, "echo", "a container")).isEqualTo("a container\n");
        }
    }

    private Path patchedDefaults(Containerd containerd) throws IOException {
        containerd.requireInstalled();
        Path config = Files.copy(containerd.defaultConfig(), folder.resolve("config.toml"));
        Path fragment = Shared.testdata("patch/kata-v" + containerd.configVersion() + ".toml");
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Ctrcfg.run(
                InputStream.nullInputStream(),
                new PrintWriter(out),
                new PrintWriter(err),
                "patch",
                config.toString(),
                "--patch",
                fragment.toString());
        assertThat(exitCode).as(() -> out + "\n" + err).isZero();
        return config;
    }
}
