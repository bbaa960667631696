// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills processes that patch one file over and over; {@code -Dctrcfg.kills=200} kills more of them. */
class KilledPatchIT {

    private static final int KILLS = Integer.getInteger("ctrcfg.kills", 15);
    private static final String RUNTIMES = "plugins.'io.containerd.grpc.v1.cri'.containerd.runtimes";

    @TempDir
    Path directory;

    @Test
    void leavesOneVersionOfTheFileOrTheOther() throws Exception {
        Path config = directory.resolve("config.toml");
        List<String> versions = List.of(version(config, "a"), version(config, "b"));
        for (String backup : names("config.toml.bak")) {
            Files.delete(directory.resolve(backup));
        }
        Random random = new Random();
        int halfway = 0;
        for (int i = 0; i < KILLS; i++) {
            killAfter(config, random.nextInt(60_000));
            halfway += names(".tmp").isEmpty() ? 0 : 1;
            assertThat(Files.readString(config)).isIn(versions);
            for (String backup : names("config.toml.bak")) {
                assertThat(Files.readString(directory.resolve(backup))).isIn(versions);
            }

            assertThat(patch(config, "a")).isZero();

            assertThat(Files.readString(config)).isEqualTo(versions.get(0));
            assertThat(names(".tmp")).isEmpty();
        }
        System.out.println(KILLS + " killed, " + halfway + " of them with an unfinished file");
    }

    /** The file as it is after a patch. */
    private String version(Path config, String name) throws IOException {
        Files.copy(Containerd.V1_7.defaultConfig(), config, StandardCopyOption.REPLACE_EXISTING);
        assertThat(patch(config, name)).isZero();
        return Files.readString(config);
    }

    private void killAfter(Path config, int micros) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        Programs.classPath(),
                        Loop.class.getName(),
                        config.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream started = process.getInputStream()) {
            assertThat(started.read()).isEqualTo('r');
            TimeUnit.MICROSECONDS.sleep(micros);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private List<String> names(String part) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains(part))
                    .toList();
        }
    }

    static int patch(Path config, String name) {
        Writer out = new StringWriter();
        Console console = new Console(InputStream.nullInputStream(), new PrintWriter(out), new PrintWriter(out), false);
        return Ctrcfg.run(
                console, "patch", config.toString(), "--backup", "--set", RUNTIMES + ".kata.runtime_type=" + name);
    }

    /** Patches a file there and back until it is killed. */
    static final class Loop {

        private Loop() {}

        public static void main(String[] args) throws IOException {
            Path config = Path.of(args[0]);
            while (patch(config, "b") == 0 && patch(config, "a") == 0) {
                System.out.write("ready".getBytes(UTF_8));
                System.out.flush();
            }
            System.err.println("a patch failed");
        }
    }
}
