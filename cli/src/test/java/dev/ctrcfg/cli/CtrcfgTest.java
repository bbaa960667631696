// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CtrcfgTest {

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path config;
    private Path fragment;

    @BeforeEach
    void writeFiles() throws IOException {
        config = Files.writeString(directory.resolve("config.toml"), "version = 2\n");
        fragment = Files.writeString(directory.resolve("fragment.toml"), "root = \"/data\"\n");
    }

    private int run(String... args) {
        return Ctrcfg.run(InputStream.nullInputStream(), new PrintWriter(out), new PrintWriter(err), args);
    }

    private int patch() {
        return run("patch", config.toString(), "--patch", fragment.toString());
    }

    @Test
    void printsItsVersion() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).matches("ctrcfg \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?( \\([0-9a-f]{12}\\))?\\R");
    }

    @Test
    void theSecondPatchLeavesInodeAndTimeAlone() throws IOException {
        patch();
        Files.setLastModifiedTime(config, FileTime.fromMillis(0));
        Object inode = Files.getAttribute(config, "unix:ino");

        assertThat(patch()).isZero();

        assertThat(out).hasToString("changed\nunchanged\n");
        assertThat(Files.getAttribute(config, "unix:ino")).isEqualTo(inode);
        assertThat(Files.getLastModifiedTime(config)).isEqualTo(FileTime.fromMillis(0));
    }

    @Test
    void patchesThroughASymbolicLink() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), config.getFileName());

        assertThat(run("patch", link.toString(), "--patch", fragment.toString()))
                .isZero();

        assertThat(link).isSymbolicLink();
        assertThat(config).content().contains("root = \"/data\"");
    }

    @Test
    void isInTroubleIfItsOutputCannotBeWritten() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left on device");
            }
        };

        int exitCode = Ctrcfg.run(
                InputStream.nullInputStream(),
                new PrintWriter(full, false, UTF_8),
                new PrintWriter(err),
                "patch",
                config.toString(),
                "--patch",
                fragment.toString(),
                "--write",
                "-");

        assertThat(exitCode).isEqualTo(ExitCode.TROUBLE);
        assertThat(err).hasToString("changed\nctrcfg: error: cannot write to standard output\n");
    }

    @Test
    void isInTroubleIfItsInputCannotBeRead() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken pipe");
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                return read();
            }
        };

        int exitCode = Ctrcfg.run(
                broken, new PrintWriter(out), new PrintWriter(err), "patch", "-", "--patch", fragment.toString());

        assertThat(exitCode).isEqualTo(ExitCode.TROUBLE);
        assertThat(err).hasToString("<stdin>: error: broken pipe\n");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void keepsAnArgumentThatStartsWithAnAtSign() {
        assertThat(run("patch", "@nowhere", "--patch", fragment.toString())).isEqualTo(ExitCode.TROUBLE);
        assertThat(err).hasToString("@nowhere: error: no such file\n");
    }

    @Test
    void findsAnExecutableShimInTheSearchPath() throws IOException {
        Path bin = Files.createDirectories(directory.resolve("opt/kata/bin"));
        Path shim = Files.writeString(bin.resolve("containerd-shim-kata-v2"), "");
        assertThat(shim.toFile().setExecutable(true)).isTrue();

        int exitCode = run("shim", "kata.v2", "--root", directory.toString(), "--path", "/usr/bin:/opt/kata/bin");

        assertThat(exitCode).isZero();
        assertThat(out).hasToString("""
                binary: containerd-shim-kata-v2
                found:  /opt/kata/bin/containerd-shim-kata-v2
                rule:   an executable in the daemon's search path
                """);
    }
}
