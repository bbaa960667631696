// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostFilesTest {

    @TempDir
    Path folder;

    private Path root;
    private HostFiles host;

    @BeforeEach
    void makeAHost() throws IOException {
        root = Files.createDirectories(folder.resolve("host"));
        Files.createDirectories(root.resolve("etc/containerd"));
        Files.writeString(root.resolve("etc/containerd/config.toml"), "of the host");
        Files.writeString(folder.resolve("secret"), "of this machine");
        host = HostFiles.below(root);
    }

    @Test
    void findsAFileOfTheHost() throws IOException {
        assertThat(host.find("/etc//containerd/./config.toml")).isEqualTo(root.resolve("etc/containerd/config.toml"));
    }

    @Test
    void neverLeavesTheHostByDots() {
        assertThat(host.exists("/../secret")).isFalse();
        assertThat(host.exists("/etc/../../etc/containerd/config.toml")).isTrue();
    }

    @Test
    void followsAbsoluteLinksWithinTheHost() throws IOException {
        link("etc/link.toml", "/etc/containerd/config.toml");

        assertThat(host.find("/etc/link.toml")).isEqualTo(root.resolve("etc/containerd/config.toml"));
    }

    @Test
    void neverLeavesTheHostByLinks() throws IOException {
        link("etc/absolute", folder.resolve("secret").toString());
        link("etc/relative", "../../../../../../../../../../secret");
        link("etc/folder", "../..");

        assertThat(host.exists("/etc/absolute")).isFalse();
        assertThat(host.exists("/etc/relative")).isFalse();
        assertThat(host.place("/etc/folder/secret")).isEqualTo(root.resolve("secret"));
    }

    @Test
    void knowsWhereAFileWouldBe() throws IOException {
        link("etc/conf.d", "containerd");
        link("etc/dangling.toml", "conf.d/new.toml");

        assertThat(host.place("/etc/dangling.toml")).isEqualTo(root.resolve("etc/containerd/new.toml"));
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> host.place("/opt/missing/new.toml"))
                .withMessage("/opt/missing/new.toml: no such file or directory");
    }

    @Test
    void givesUpOnALoopOfLinks() throws IOException {
        link("etc/loop", "loop");

        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> host.find("/etc/loop"))
                .withMessage("/etc/loop: too many levels of symbolic links");
    }

    @Test
    void takesAFileForNoDirectory() {
        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> host.find("/etc/containerd/config.toml/x"))
                .withMessage("/etc/containerd/config.toml/x: not a directory");
        assertThat(host.exists("/etc/containerd/config.toml/")).isFalse();
    }

    private void link(String at, String target) throws IOException {
        Files.createSymbolicLink(root.resolve(at), Path.of(target));
    }
}
