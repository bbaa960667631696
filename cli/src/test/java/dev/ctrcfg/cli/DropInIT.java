// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.testing.Shared;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DropInIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void criStartsWithTheRuntimeOfADropIn(Containerd containerd) throws Exception {
        Path config = defaults(containerd);
        String original = Files.readString(config);
        List<String> dropIn = new ArrayList<>(List.of("--drop-in", "50-kata", "--patch", kata(containerd)));
        dropIn.addAll(List.of("--record", folder.resolve("record.toml").toString()));
        if (containerd.configVersion() < 3) {
            assertThat(run(containerd, config, dropIn)).isEqualTo(ExitCode.TROUBLE);
            assertThat(config).hasContent(original);
            dropIn.add("--drop-in-complete");
        }
        assertThat(run(containerd, config, dropIn)).isEqualTo(ExitCode.OK);

        try (ContainerdDaemon daemon = ContainerdDaemon.start(containerd, config)) {
            assertThat(daemon.pluginStatus(containerd.criPlugin())).contains("ok");
            assertThat(daemon.criRuntime("kata")).isPresent();
            assertThat(daemon.criRuntime("runc")).isPresent();
        }

        revert();
        assertThat(config).hasContent(original);
        assertThat(folder.resolve("conf.d/50-kata.toml")).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource
    void daemonStartsWithoutTheDropInThatWasRemoved(Containerd containerd) throws Exception {
        Path config = defaults(containerd);
        Files.createDirectory(folder.resolve("conf.d"));
        Files.writeString(folder.resolve("conf.d/unread.toml"), "this is no TOML");
        List<String> dropIn = new ArrayList<>(List.of("--drop-in", "50-kata", "--patch", kata(containerd)));
        dropIn.add("--drop-in-complete");
        assertThat(run(containerd, config, dropIn)).isEqualTo(ExitCode.OK);
        assertThat(config).content().contains("conf.d/50-kata.toml");

        assertThat(run(containerd, config, List.of("--remove-drop-in", "50-kata")))
                .isEqualTo(ExitCode.OK);

        try (ContainerdDaemon daemon = ContainerdDaemon.start(containerd, config)) {
            assertThat(daemon.pluginStatus(containerd.criPlugin())).contains("ok");
            assertThat(daemon.criRuntime("kata")).isEmpty();
        }
    }

    private Path defaults(Containerd containerd) throws IOException {
        containerd.requireInstalled();
        return Files.copy(containerd.defaultConfig(), folder.resolve("config.toml"));
    }

    private static String kata(Containerd containerd) {
        return Shared.testdata("patch/kata-v" + containerd.configVersion() + ".toml")
                .toString();
    }

    private static int run(Containerd containerd, Path config, List<String> options) {
        List<String> line = new ArrayList<>(List.of("patch", config.toString()));
        line.addAll(options);
        line.addAll(List.of("--containerd", containerd.release()));
        return ctrcfg(line.toArray(String[]::new));
    }

    private void revert() {
        assertThat(ctrcfg("revert", "--record", folder.resolve("record.toml").toString()))
                .isEqualTo(ExitCode.OK);
    }

    private static int ctrcfg(String... line) {
        StringWriter err = new StringWriter();
        int exit = Ctrcfg.run(
                InputStream.nullInputStream(), new PrintWriter(new StringWriter()), new PrintWriter(err), line);
        System.err.print(err);
        return exit;
    }
}
