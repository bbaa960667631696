// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ctrcfg.cli.command.Completions.Shell;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lets the shells take the scripts that are made for them, as far as they are installed. */
class CompletionTest {

    @TempDir
    Path directory;

    /** {@return what bash offers for the last word} */
    private List<String> offered(String... words) throws Exception {
        Path script = Files.writeString(directory.resolve("script"), CompletionCommand.script(Shell.BASH));
        String quoted = "'" + String.join("' '", words) + "'";
        String driver = "compopt() { :; }; source " + script + "; cd " + directory + "; COMP_WORDS=(" + quoted + ");"
                + " COMP_CWORD=" + (words.length - 1) + "; _ctrcfg; printf '%s\\n' \"${COMPREPLY[@]}\"";
        return Programs.run("bash", "-c", driver)
                .lines()
                .filter(line -> !line.isEmpty())
                .toList();
    }

    @Test
    void bashCompletesCommands() throws Exception {
        assertThat(offered("ctrcfg", "pa")).containsExactly("patch");
        assertThat(offered("ctrcfg", "--ver")).containsExactly("--version");
    }

    @Test
    void bashCompletesOptionsOfTheCommand() throws Exception {
        assertThat(offered("ctrcfg", "patch", "--dr")).contains("--dry-run");
        assertThat(offered("ctrcfg", "get", "--dr")).isEmpty();
    }

    @Test
    void bashCompletesValuesBehindABlankOrAnEqualsSign() throws Exception {
        assertThat(offered("ctrcfg", "get", "key", "-o", "")).contains("text", "json");
        assertThat(offered("ctrcfg", "get", "key", "--output", "=")).contains("text", "json");
        assertThat(offered("ctrcfg", "get", "key", "--output", "=", "js")).containsExactly("json");
        assertThat(offered("ctrcfg", "default", "--containerd", "2.")).contains("2.0", "2.1");
        assertThat(offered("ctrcfg", "completion", "z")).containsExactly("zsh");
    }

    @Test
    void bashCompletesFiles() throws Exception {
        Files.createFile(directory.resolve("kata.toml"));

        assertThat(offered("ctrcfg", "patch", "--patch", "ka")).containsExactly("kata.toml");
        assertThat(offered("ctrcfg", "patch", "ka")).containsExactly("kata.toml");
    }

    @ParameterizedTest
    @EnumSource
    void aShellTakesItsScript(Shell shell) throws Exception {
        String name = shell.name().toLowerCase(java.util.Locale.ROOT);
        assumeTrue(isInstalled(name), name + " is not installed");
        Path script = Files.writeString(directory.resolve("script"), CompletionCommand.script(shell));

        Programs.run(name, "-n", script.toString());
    }

    @ParameterizedTest
    @EnumSource
    void aScriptKnowsEveryCommandAndOption(Shell shell) {
        String script = CompletionCommand.script(shell);
        for (Subcommands command : Subcommands.values()) {
            assertThat(script).contains(command.word());
            command.create()
                    .table()
                    .options()
                    .forEach(option -> assertThat(script)
                            .contains(
                                    shell == Shell.FISH ? "-l " + option.name().substring(2) : option.name()));
        }
    }

    private static boolean isInstalled(String program) throws IOException {
        for (String folder : System.getenv("PATH").split(File.pathSeparator, -1)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }
}
