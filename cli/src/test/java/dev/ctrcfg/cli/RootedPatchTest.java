// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Patches the file of a host that is mounted somewhere, and nothing else. */
class RootedPatchTest {

    private static final String OLD = "version = 2\n";

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();
    private Path host;
    private Path outside;

    @BeforeEach
    void makeAHost() throws IOException {
        host = Files.createDirectories(folder.resolve("host"));
        Files.createDirectories(host.resolve("etc/containerd"));
        outside = Files.writeString(folder.resolve("outside.toml"), OLD);
    }

    @Test
    void followsAbsoluteLinksBelowTheRoot() throws IOException {
        Path real = Files.writeString(host.resolve("etc/real.toml"), OLD);
        Path link = Files.createSymbolicLink(host.resolve("etc/containerd/config.toml"), Path.of("/etc/real.toml"));

        assertThat(patch()).as(err.toString()).isZero();

        assertThat(real).content().contains("oom_score = 1");
        assertThat(link).isSymbolicLink();
    }

    @Test
    void neverFollowsALinkOutOfTheRoot() throws IOException {
        Files.createSymbolicLink(host.resolve("etc/containerd/config.toml"), outside.toAbsolutePath());

        assertThat(patch()).isEqualTo(ExitCode.TROUBLE);

        assertThat(outside).hasContent(OLD);
        assertThat(err.toString()).contains("no such file or directory");
    }

    @Test
    void neverClimbsOutOfTheRoot() throws IOException {
        Files.createSymbolicLink(host.resolve("etc/containerd/config.toml"), Path.of("../../../../../../outside.toml"));

        assertThat(patch()).isEqualTo(ExitCode.TROUBLE);
        assertThat(patch("/../outside.toml")).isEqualTo(ExitCode.TROUBLE);

        assertThat(outside).hasContent(OLD);
    }

    @Test
    void takesAPathThatBeginsWithTheRootForOneBelowIt() throws IOException {
        Path config = Files.writeString(host.resolve("etc/containerd/config.toml"), OLD);

        assertThat(patch(config.toString())).as(err.toString()).isZero();

        assertThat(config).content().contains("oom_score = 1");
    }

    private int patch(String... file) {
        Console console = new Console(
                InputStream.nullInputStream(), new PrintWriter(new StringWriter()), new PrintWriter(err), false);
        String[] rest = {"--root", host.toString(), "--set", "oom_score=1"};
        String[] line = new String[1 + file.length + rest.length];
        line[0] = "patch";
        System.arraycopy(file, 0, line, 1, file.length);
        System.arraycopy(rest, 0, line, 1 + file.length, rest.length);
        return Ctrcfg.run(console, line);
    }
}
