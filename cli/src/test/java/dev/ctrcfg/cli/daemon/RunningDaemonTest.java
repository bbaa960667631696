// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningDaemonTest {

    @TempDir
    Path root;

    @Test
    void readsItsProcess() throws IOException {
        process(7, "containerd", "/usr/bin/containerd", "--log-level", "debug", "--config", "my.toml");

        RunningDaemon daemon = only();

        assertThat(daemon.name()).isEqualTo("process 7");
        assertThat(daemon.binary()).isEqualTo("/usr/bin/containerd");
        assertThat(daemon.config()).isEqualTo("/nowhere/my.toml");
        assertThat(daemon.searchPath()).contains(List.of("/opt/kata/bin", "/usr/bin"));
        assertThat(daemon.filesRoot()).isEqualTo(root);
        assertThat(daemon.started().orElseThrow())
                .isBetween(
                        Instant.now().minus(Duration.ofSeconds(61)),
                        Instant.now().minus(Duration.ofSeconds(59)));
    }

    @Test
    void takesTheConfigurationByAnySpellingOfTheOption() throws IOException {
        process(7, "containerd", "containerd", "-c=/a.toml");
        assertThat(only().config()).isEqualTo("/a.toml");
        process(7, "containerd", "containerd", "--config=/b.toml", "-a", "/run/c.sock");
        assertThat(only().config()).isEqualTo("/b.toml");
        assertThat(only().address()).isEqualTo("/run/c.sock");
        process(7, "containerd", "containerd", "-a", "--config");
        assertThat(only().config()).isEqualTo("/etc/containerd/config.toml");
    }

    @Test
    void leavesOutOtherProcesses() throws IOException {
        process(7, "containerd-shim", "containerd-shim-runc-v2");
        process(8, "containerd", "containerd", "--config", "x", "config", "dump");
        process(9, "containerd", "containerd", "--version");
        Files.createDirectories(root.resolve("proc/10"));

        assertThat(RunningDaemon.find(root)).isEmpty();
    }

    @Test
    void findsSeveralInTheOrderOfTheirProcesses() throws IOException {
        process(1000, "containerd", "containerd");
        process(99, "containerd", "containerd", "-c", "/k3s.toml");

        assertThat(RunningDaemon.find(root))
                .extracting(RunningDaemon::name)
                .containsExactly("process 99", "process 1000");
    }

    @Test
    void seesTheFilesOfItsOwnMountNamespace() throws IOException {
        process(1, "systemd", "/sbin/init");
        process(7, "containerd", "containerd");
        Files.createSymbolicLink(root.resolve("proc/1/ns/mnt"), Path.of("mnt:[1]"));
        Files.createSymbolicLink(root.resolve("proc/7/ns/mnt"), Path.of("mnt:[2]"));
        Path own = Files.createDirectories(root.resolve("own/etc/containerd"));
        Files.createFile(own.resolve("config.toml"));
        Files.createSymbolicLink(root.resolve("proc/7/root"), root.resolve("own"));

        RunningDaemon daemon = only();

        assertThat(daemon.files().exists(daemon.config())).isTrue();
    }

    @Test
    void readsTheUnitIfItDoesNotRun() throws IOException {
        write("usr/lib/systemd/system/containerd.service", """
                [Unit]
                ExecStart=/no
                [Service]
                ExecStartPre=-/sbin/modprobe overlay
                ExecStart=/usr/bin/containerd
                """);
        write("etc/systemd/system/containerd.service.d/10-path.conf", """
                [Service]
                Environment="PATH=/opt/bin:/bin" A=b
                ExecStart=
                ExecStart=-/usr/local/bin/containerd \\
                  --config '/etc/my config.toml'
                WorkingDirectory=/srv
                """);

        RunningDaemon daemon = only();

        assertThat(daemon.name()).isEqualTo("containerd.service");
        assertThat(daemon.pid()).isEmpty();
        assertThat(daemon.started()).isEmpty();
        assertThat(daemon.binary()).isEqualTo("/usr/local/bin/containerd");
        assertThat(daemon.config()).isEqualTo("/etc/my config.toml");
        assertThat(daemon.searchPath()).contains(List.of("/opt/bin", "/bin"));
        assertThat(daemon.workingDirectory()).isEqualTo("/srv");
    }

    @Test
    void readsTheEnvironmentOfTheUnit() throws IOException {
        write("usr/lib/systemd/system/containerd.service", """
                [Service]
                Environment=CONFIG=/etc/a.toml LEVEL=info
                EnvironmentFile=-/etc/default/containerd
                EnvironmentFile=-/etc/default/missing
                ExecStart=/usr/bin/containerd --log-level=${LEVEL}$$ $OPTIONS $NONE
                """);
        write("etc/default/containerd", """
                # comment
                PATH=/opt/bin:/bin
                OPTIONS="--config /etc/b.toml"
                """);

        RunningDaemon daemon = only();

        assertThat(daemon.arguments()).containsExactly("--log-level=info$", "--config", "/etc/b.toml");
        assertThat(daemon.config()).isEqualTo("/etc/b.toml");
        assertThat(daemon.searchPath()).contains(List.of("/opt/bin", "/bin"));
    }

    @Test
    void comparesAMountedHostWithItsOwnFirstProcess() throws IOException {
        process(1, "systemd", "/sbin/init");
        process(7, "containerd", "containerd");
        Files.createSymbolicLink(root.resolve("proc/1/ns/mnt"), Path.of("mnt:[1]"));
        Files.createSymbolicLink(root.resolve("proc/7/ns/mnt"), Path.of("mnt:[1]"));

        assertThat(only().filesRoot()).isEqualTo(root);
    }

    @Test
    void prefersAUnitOfTheAdministrator() throws IOException {
        write("usr/lib/systemd/system/containerd.service", "[Service]\nExecStart=/usr/bin/containerd\n");
        write("etc/systemd/system/containerd.service", "[Service]\nExecStart=/opt/containerd\n");

        assertThat(only().binary()).isEqualTo("/opt/containerd");
    }

    private RunningDaemon only() throws IOException {
        List<RunningDaemon> found = RunningDaemon.find(root);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** A process in /nowhere that was started a minute ago. */
    private void process(int pid, String name, String... command) throws IOException {
        String folder = "proc/" + pid + "/";
        write("proc/uptime", "1060.00 2000.00\n");
        write(folder + "comm", name + "\n");
        write(folder + "cmdline", String.join("\0", command) + "\0");
        write(folder + "environ", "HOME=/root\0PATH=/opt/kata/bin:/usr/bin\0");
        write(folder + "stat", pid + " (" + name + ") S 1 1 1 0 -1 0 0 0 0 0 1 1 0 0 20 0 9 0 100000 1 1\n");
        Files.createDirectories(root.resolve(folder + "ns"));
        Files.deleteIfExists(root.resolve(folder + "cwd"));
        Files.createSymbolicLink(root.resolve(folder + "cwd"), Path.of("/nowhere"));
    }
}
