// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.testing.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs what the pods of the DaemonSets run, on a directory in the place of a node. */
class DeployScriptsIT {

    private static final Path DEPLOY = Path.of("src/deploy").toAbsolutePath();

    @TempDir
    Path directory;

    private Path host;
    private Path config;

    @BeforeEach
    void prepareANode() throws IOException {
        host = directory.resolve("host");
        config = host.resolve("etc/containerd/config.toml");
        Files.createDirectories(config.getParent());
        Files.createDirectories(host.resolve("var/lib/ctrcfg"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        program(
                directory.resolve("bin/ctrcfg"),
                "exec " + java + " -cp '" + System.getProperty("java.class.path") + "' dev.ctrcfg.cli.Main \"$@\"");
        program(directory.resolve("bin/nsenter"), "echo \"$@\" >> " + directory.resolve("restarts"));
        program(directory.resolve("bin/ctr"), "echo 'io.containerd.grpc.v1  cri  linux/amd64  ok'");
    }

    private static void program(Path file, String script) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private void install(String version, String folder) throws IOException {
        program(
                host.resolve("usr/bin/containerd"),
                "echo 'containerd github.com/containerd/containerd " + version + "'");
        Files.copy(Shared.testdata("config").resolve(folder).resolve("config.toml"), config);
    }

    private String run(String script, String runtime) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(DEPLOY.resolve("image").resolve(script).toString()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.put("PATH", directory.resolve("bin") + ":" + environment.get("PATH"));
        environment.put("CTRCFG_ROOT", host.toString());
        Path patches = Files.createDirectories(directory.resolve("patches"));
        Path patch = patches.resolve(runtime + ".toml");
        if (Files.notExists(patch)) {
            Files.copy(DEPLOY.resolve("overlays/" + runtime + "/" + runtime + ".toml"), patch);
        }
        environment.put("CTRCFG_PATCHES", patches.toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    @ParameterizedTest
    @CsvSource({
        "1.4.9, containerd-1.4.9, kata",
        "1.6.20~ds1, containerd-1.6.20-deb, kata",
        "1.7.24, containerd-1.7.24-deb, gvisor",
        "2.1.9, containerd-2.1.9-deb, kata"
    })
    void aNodeIsPatchedOnceAndReverted(String version, String folder, String runtime) throws Exception {
        install(version, folder);
        String before = Files.readString(config);

        assertThat(run("apply", runtime)).contains("changed");
        assertThat(config).content().contains("runtimes." + runtime + "]");
        assertThat(run("apply", runtime)).contains("unchanged");
        assertThat(directory.resolve("restarts")).content().hasLineCount(1);

        assertThat(run("revert", runtime)).contains("changed");
        assertThat(config).content().isEqualTo(before);
        assertThat(run("revert", runtime)).contains("unchanged");
        assertThat(directory.resolve("restarts"))
                .content()
                .isEqualTo("--target 1 --mount -- systemctl restart containerd\n".repeat(2));
    }
}
