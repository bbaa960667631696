// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlEditor;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lets many processes patch one file at once; {@code -Dctrcfg.processes=50 -Dctrcfg.rounds=20} makes them more. The
 * rest of the file must not change.
 */
class ConcurrentPatchIT {

    private static final int PROCESSES = Integer.getInteger("ctrcfg.processes", 8);
    private static final int ROUNDS = Integer.getInteger("ctrcfg.rounds", 2);
    private static final Key RUNTIMES = Key.of("plugins", "io.containerd.grpc.v1.cri", "containerd", "runtimes");

    @TempDir
    Path directory;

    @Test
    void losesNoRuntimeAndWritesNoneTwice() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Path config = directory.resolve("config.toml");
            Files.write(config, Files.readAllBytes(Containerd.V1_7.defaultConfig()));
            TomlTable before = TomlDocument.parse(Files.readAllBytes(config)).root();

            patchAtOnce(config);

            assertThat(runtimes(config)).hasSize(PROCESSES).doesNotHaveDuplicates();
            TomlDocument after = TomlDocument.parse(Files.readAllBytes(config));
            for (int i = 0; i < PROCESSES; i++) {
                assertThat(after.find(RUNTIMES.child("r" + i).child("runtime_type")))
                        .contains(new TomlString("io.containerd.r" + i + ".v2"));
            }
            assertThat(withoutRuntimes(after.root())).isEqualTo(withoutRuntimes(before));
            assertThat(temporaryFiles()).isEmpty();
        }
    }

    private void patchAtOnce(Path config) throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xmx64m",
                            "-cp",
                            Programs.classPath(),
                            Main.class.getName(),
                            "patch",
                            config.toString(),
                            "--timeout",
                            "600",
                            "--set",
                            RUNTIMES.child("r" + i) + ".runtime_type=io.containerd.r" + i + ".v2")
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("output-" + i).toFile())
                    .start());
        }
        for (int i = 0; i < PROCESSES; i++) {
            int exitCode = processes.get(i).waitFor();
            assertThat(exitCode)
                    .as(Files.readString(directory.resolve("output-" + i)))
                    .isZero();
        }
    }

    /** The headers of the new runtimes as they stand in the text. */
    private static List<String> runtimes(Path config) throws Exception {
        try (Stream<String> lines = Files.lines(config)) {
            return lines.filter(line -> line.strip().matches("\\[.*runtimes\\.r\\d+]"))
                    .toList();
        }
    }

    private static TomlTable withoutRuntimes(TomlTable root) {
        TomlDocument document = TomlDocument.of(root);
        TomlEditor editor = document.edit();
        for (int i = 0; i < PROCESSES; i++) {
            Key runtime = RUNTIMES.child("r" + i);
            if (document.contains(runtime)) {
                editor.remove(runtime);
            }
        }
        return editor.document().root();
    }

    private List<Path> temporaryFiles() throws Exception {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".tmp")).toList();
        }
    }
}
