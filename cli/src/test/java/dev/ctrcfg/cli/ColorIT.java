// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the runtime image on a terminal and off it: {@code script} gives it one. */
class ColorIT {

    private static final String COLOR = "\u001B[";
    private static final Path CTRCFG = Path.of("target/image/bin/ctrcfg").toAbsolutePath();

    @TempDir
    Path directory;

    private String diff;

    @BeforeAll
    static void requireAnImage() {
        ImageIT.requireAnImage();
    }

    @BeforeEach
    void writeFiles() throws Exception {
        Path one = Files.writeString(directory.resolve("one.toml"), "version = 2\nroot = '/a'\n");
        Path other = Files.writeString(directory.resolve("other.toml"), "version = 2\nroot = '/b'\n");
        diff = CTRCFG + " diff " + one + " " + other;
    }

    private static String onTerminal(String environment, String command) throws Exception {
        String line = "env -u NO_COLOR " + environment + " " + command + " || [ $? = 1 ]";
        return Programs.run("script", "-qec", line, "/dev/null");
    }

    private static String inPipe(String command) throws Exception {
        return Programs.run("sh", "-c", command + " | cat");
    }

    @Test
    void differencesAreColouredOnATerminalAlone() throws Exception {
        assertThat(onTerminal("", diff)).contains(COLOR);
        assertThat(inPipe(diff)).contains("/a").doesNotContain("\u001B");
    }

    @Test
    void noColorKeepsATerminalPlainUnlessItIsEmpty() throws Exception {
        assertThat(onTerminal("NO_COLOR=1", diff)).contains("/a").doesNotContain(COLOR);
        assertThat(onTerminal("NO_COLOR=", diff)).contains(COLOR);
    }

    @Test
    void theOptionOverrulesTerminalAndEnvironment() throws Exception {
        assertThat(onTerminal("", diff + " --color never")).contains("/a").doesNotContain(COLOR);
        assertThat(onTerminal("NO_COLOR=1", diff + " --color always")).contains(COLOR);
        assertThat(inPipe(diff + " --color=always")).contains(COLOR);
    }
}
