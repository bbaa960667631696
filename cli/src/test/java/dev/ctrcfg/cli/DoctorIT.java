// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.cli.daemon.RunningDaemon;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Examines a containerd that runs with a file of its own, in a mount namespace of its own. */
class DoctorIT {

    private static final String SKIP_VERIFY = """
            version = 2
            [plugins."io.containerd.grpc.v1.cri".registry.configs."r.example".tls]
              insecure_skip_verify = true
            """;

    @TempDir
    Path folder;

    private Path config;

    @BeforeEach
    void nameFile() {
        config = folder.resolve("my config.toml");
    }

    @ParameterizedTest
    @EnumSource
    void findsTheFileOfTheDaemonAndWhatIsWrongWithIt(Containerd containerd) throws Exception {
        Files.copy(containerd.defaultConfig(), config);
        try (ContainerdDaemon daemon = ContainerdDaemon.start(containerd, config)) {
            assertThat(report())
                    .contains(", containerd " + containerd.release() + ", ")
                    .doesNotContain("[restart]");

            // The clock of the kernel that dates processes is coarse.
            TimeUnit.MILLISECONDS.sleep(400);
            Ctrcfg.run(console(new StringWriter()), "patch", config.toString(), "--set", "oom_score=7");
            assertThat(report()).contains("warning: " + config + " has changed since the daemon was started [restart]");

            Files.writeString(config, "root = 1\n");
            assertThat(report()).contains("error: " + config, "the daemon would not survive");
            assertThat(daemon.pluginStatus(containerd.criPlugin())).contains("ok");
        }
    }

    @ParameterizedTest
    @EnumSource
    void looksIntoImportedFilesForMistakes(Containerd containerd) throws Exception {
        Path part = folder.resolve("part.toml");
        Files.writeString(part, SKIP_VERIFY);
        Files.writeString(config, "version = 2\nimports = [\"" + part + "\"]\n");
        try (ContainerdDaemon daemon = ContainerdDaemon.start(containerd, config)) {
            assertThat(report()).contains(part + ":3:3: ", "ctrcfg lint --explain skip-verify");

            TimeUnit.MILLISECONDS.sleep(400);
            Path older = Files.writeString(folder.resolve("older"), SKIP_VERIFY);
            Files.setLastModifiedTime(older, FileTime.fromMillis(0));
            Files.move(older, part, StandardCopyOption.REPLACE_EXISTING);
            assertThat(report()).contains("warning: " + part + " was replaced by an older one");
            assertThat(daemon.log()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void hasNothingToSayOfAHealthyDaemon(Containerd containerd) throws Exception {
        Files.writeString(config, "version = " + containerd.configVersion() + "\n");
        String folders = containerd == Containerd.V2_1 ? "cni.bin_dirs=['/opt/cni/bin']" : "cni.bin_dir=/opt/cni/bin";
        Ctrcfg.run(console(new StringWriter()), "patch", config.toString(), "--set", folders);
        try (ContainerdDaemon daemon = ContainerdDaemon.start(containerd, config)) {
            RunningDaemon found = RunningDaemon.find(Path.of("/")).stream()
                    .filter(each -> each.config().equals(config.toString()))
                    .findFirst()
                    .orElseThrow();
            // These are its own, in memory.
            Path etc = Files.createDirectories(found.filesRoot().resolve("etc/cni/net.d"));
            Files.writeString(etc.resolve("10-net.conflist"), "{}");
            Path bin = Files.createDirectories(found.filesRoot().resolve("opt/cni/bin"));
            Files.writeString(bin.resolve("bridge"), "");

            assertThat(report()).endsWith("  all is well\n");
            assertThat(daemon.log()).isNotEmpty();
        }
    }

    /** What is said of the daemon of this test; others may run at the same time. */
    private String report() {
        StringWriter out = new StringWriter();
        int exitCode = Ctrcfg.run(console(out), "doctor");
        StringBuilder own = new StringBuilder();
        boolean isOwn = false;
        for (String line : out.toString().lines().toList()) {
            isOwn = line.startsWith(" ") ? isOwn : line.endsWith(", " + config);
            own.append(isOwn ? line + "\n" : "");
        }
        assertThat(own.toString()).as(out.toString()).startsWith("process ");
        boolean allWell = !out.toString().contains("    do: ");
        assertThat(exitCode).isEqualTo(allWell ? ExitCode.OK : ExitCode.FOUND);
        return own.toString();
    }

    private static Console console(StringWriter out) {
        PrintWriter writer = new PrintWriter(out);
        return new Console(InputStream.nullInputStream(), writer, writer, false);
    }
}
