// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Patches the file of a containerd that runs, restarts it, and takes back what it cannot live with. */
class RollbackIT {

    /** Ends the daemon that runs, starts another, and waits until that serves. */
    private static final String RESTART = """
            #!/bin/sh
            stop() {
              [ -f pid ] || return 0
              kill $(cat children) 2>/dev/null
              while kill -0 $(cat pid) 2>/dev/null; do sleep 0.1; done
            }
            cd FOLDER
            [ -f pid ] && ps -o pid= --ppid $(cat pid) > children
            stop
            rm -f containerd.sock pid
            [ "$1" = stop ] && exit 0
            echo start >> starts
            setsid COMMAND >> containerd.log 2>&1 < /dev/null &
            echo $! > pid
            for i in $(seq 300); do
              CTR --address FOLDER/containerd.sock version > /dev/null 2>&1 && exit 0
              kill -0 $(cat pid) 2>/dev/null || exit 1
              sleep 0.1
            done
            exit 1
            """;

    @TempDir
    Path folder;

    private Path config;
    private Path restart;

    @BeforeEach
    void nameFiles() {
        config = folder.resolve("config.toml");
        restart = folder.resolve("restart");
    }

    private void startWith(Containerd containerd) throws Exception {
        containerd.requireStartable();
        Files.copy(containerd.defaultConfig(), config);
        List<String> quoted = new ArrayList<>();
        for (String word : ContainerdDaemon.command(containerd, config, folder)) {
            quoted.add("'" + word.replace("'", "'\\''") + "'");
        }
        Files.writeString(
                restart,
                RESTART.replace("FOLDER", folder.toString())
                        .replace("COMMAND", String.join(" ", quoted))
                        .replace("CTR", containerd.program("ctr").toString()));
        Files.setPosixFilePermissions(restart, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(new ProcessBuilder(restart.toString()).inheritIO().start().waitFor())
                .as(this::log)
                .isZero();
    }

    @AfterEach
    void stop() throws Exception {
        if (Files.exists(restart)) {
            new ProcessBuilder(restart.toString(), "stop").start().waitFor();
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesBackWhatKeepsTheDaemonFromStarting(Containerd containerd) throws Exception {
        startWith(containerd);
        String before = Files.readString(config);

        Programs.Result result =
                patch(containerd, "--rollback", "--no-schema", "--set", "disabled_plugins=[\"cri\"]", "-o", "json");

        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.TROUBLE);
        assertThat(result.out()).contains("\"outcome\": \"rolled back\"", "exited with 1; the old file is back\"");
        assertThat(config).hasContent(before);
        assertHealthy(containerd, 3);
    }

    @ParameterizedTest
    @EnumSource
    void takesBackWhatKeepsCriFromLoading(Containerd containerd) throws Exception {
        startWith(containerd);
        String before = Files.readString(config);
        String key = "plugins.\"" + containerd.criPlugin() + "\".containerd.default_runtime_name";

        Programs.Result result = patch(containerd, "--no-schema", "--set", key + "=missing", "-o", "json");

        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.TROUBLE);
        assertThat(result.out()).contains("\"outcome\": \"rolled back\"", "has status error; the old file is back\"");
        assertThat(config).hasContent(before);
        assertHealthy(containerd, 3);
    }

    @ParameterizedTest
    @EnumSource
    void keepsWhatTheDaemonLikes(Containerd containerd) throws Exception {
        startWith(containerd);
        String runtime = "runtimes.kata.runtime_type=io.containerd.kata.v2";

        Programs.Result first = patch(containerd, "--rollback", "--backup=1", "--set", runtime);
        Programs.Result second = patch(containerd, "--rollback", "--backup=1", "--set", runtime);

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out()).isEqualTo("changed\n");
        assertThat(second.out()).isEqualTo("unchanged\n");
        assertThat(config).content().contains("io.containerd.kata.v2");
        assertHealthy(containerd, 2);
    }

    private Programs.Result patch(Containerd containerd, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Programs.classPath(),
                Main.class.getName(),
                "patch",
                config.toString(),
                "--on-change",
                restart.toString(),
                "--wait-cri",
                folder.resolve("containerd.sock").toString()));
        command.addAll(List.of(more));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().merge("PATH", containerd.bin().toString(), (old, own) -> own + ":" + old);
        int exitCode = builder.start().waitFor();
        return new Programs.Result(exitCode, Files.readString(out), Files.readString(err));
    }

    private void assertHealthy(Containerd containerd, int starts) throws Exception {
        String plugins = Programs.run(
                containerd.program("ctr").toString(),
                "--address",
                folder.resolve("containerd.sock").toString(),
                "plugins",
                "ls");
        assertThat(CriProbe.problemIn(plugins)).isEmpty();
        assertThat(Files.readAllLines(folder.resolve("starts"))).hasSize(starts);
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("containerd.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
