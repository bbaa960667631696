// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledContainerdTest {

    @TempDir
    Path root;

    private void program(String path, String script) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void asksTheFirstOneOnTheHost() throws Exception {
        program("usr/local/bin/containerd", "echo containerd github.com/containerd/containerd/v2 v2.1.9 abc");
        program("usr/bin/containerd", "echo containerd 1.7.34");

        assertThat(InstalledContainerd.release(root)).hasToString("2.1.9");
    }

    @Test
    void prefersTheOneThatSystemdStarts() throws Exception {
        program("usr/bin/containerd", "echo containerd 1.7.34");
        program("opt/own/containerd", "echo containerd 2.0.1");
        Path unit = root.resolve("etc/systemd/system/containerd.service");
        Files.createDirectories(unit.getParent());
        Files.writeString(unit, "[Service]\nExecStart=/opt/own/containerd\n");

        assertThat(InstalledContainerd.release(root)).hasToString("2.0.1");
    }

    @Test
    void followsLinksWithinTheHost() throws Exception {
        program("opt/own/containerd", "echo containerd 2.0.1");
        Files.createDirectories(root.resolve("usr/bin"));
        Files.createSymbolicLink(root.resolve("usr/bin/containerd"), Path.of("/opt/own/containerd"));

        assertThat(InstalledContainerd.release(root)).hasToString("2.0.1");
    }

    @Test
    void saysWhatIsWrong() throws Exception {
        assertThatThrownBy(() -> InstalledContainerd.release(root))
                .isInstanceOf(CommandFailure.class)
                .hasMessage(root + ": error: no containerd is installed there");

        program("usr/bin/containerd", "echo nothing");

        assertThatThrownBy(() -> InstalledContainerd.release(root))
                .hasMessageStartingWith(root + "/usr/bin/containerd: error: no version of containerd in ");
    }
}
