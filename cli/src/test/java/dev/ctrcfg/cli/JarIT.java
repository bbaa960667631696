// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the jar that users download, as a process of its own. */
class JarIT {

    private static final Path JAR = Path.of("target/ctrcfg.jar").toAbsolutePath();

    @TempDir
    Path directory;

    private final List<String> output = new ArrayList<>();
    private Path config;

    @BeforeEach
    void writeFiles() throws Exception {
        config = Files.writeString(directory.resolve("config.toml"), "# caf\u00e9\nversion = 2\n");
        Files.writeString(directory.resolve("fragment.toml"), "root = \"/d\u00e9p\u00f4t\"\n");
    }

    private int run(String... args) throws Exception {
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        line.addAll(List.of(args));
        // A locale without UTF-8: what is written must not depend on it.
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        output.add(new String(process.getInputStream().readAllBytes(), UTF_8));
        return process.waitFor();
    }

    @Test
    void patchesAFileOnce() throws Exception {
        assertThat(run("patch", "config.toml", "--patch", "fragment.toml")).isZero();
        assertThat(run("patch", "config.toml", "--patch", "fragment.toml")).isZero();

        assertThat(output).containsExactly("changed\n", "unchanged\n");
        assertThat(config).content().isEqualTo("# caf\u00e9\nversion = 2\nroot = \"/d\u00e9p\u00f4t\"\n");
    }

    @Test
    void printsADocumentInUtf8() throws Exception {
        assertThat(run("patch", "config.toml", "--patch", "fragment.toml", "--write", "-"))
                .isZero();

        assertThat(output.get(0)).contains("# caf\u00e9\nversion = 2\nroot = \"/d\u00e9p\u00f4t\"\n");
    }

    @Test
    void passesItsExitCodeOn() throws Exception {
        assertThat(run("patch", "config.toml", "--patch", "fragment.toml", "--check"))
                .isEqualTo(ExitCode.FOUND);
        assertThat(run("patch", "missing.toml", "--patch", "fragment.toml")).isEqualTo(ExitCode.TROUBLE);
        assertThat(run("--version")).isZero();
    }
}
