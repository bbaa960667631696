// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ctrcfg.cli.command.Completions.Shell;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /** {@return what fish offers at the end of a line, without the descriptions} */
    private List<String> offeredByFish(String line) throws Exception {
        requireInstalled("fish");
        Path script = Files.writeString(directory.resolve("script"), CompletionCommand.script(Shell.FISH));
        String driver = "cd " + directory + "; source " + script + "; complete -C '" + line + "'";
        List<String> offered = new ArrayList<>();
        for (String one :
                Programs.run("fish", "--no-config", "-c", driver).lines().toList()) {
            int tab = one.indexOf('\t');
            offered.add(tab < 0 ? one : one.substring(0, tab));
        }
        return offered;
    }

    @Test
    void fishCompletesCommandsOptionsValuesAndFiles() throws Exception {
        Files.createFile(directory.resolve("kata.toml"));

        assertThat(offeredByFish("ctrcfg pa")).containsExactly("patch");
        assertThat(offeredByFish("ctrcfg patch --dry")).containsExactly("--dry-run");
        assertThat(offeredByFish("ctrcfg get --dry")).isEmpty();
        assertThat(offeredByFish("ctrcfg get key -o ")).contains("text", "json");
        assertThat(offeredByFish("ctrcfg patch --patch ka")).containsExactly("kata.toml");
    }

    /** Presses the keys Tab and Ctrl-X in a shell of its own; the latter writes down what the line has become. */
    private static final String ZSH = """
            zmodload zsh/zpty
            zpty shell zsh -f -i
            zpty -w shell "cd $2; fpath=($2/functions \\$fpath); autoload -U compinit; compinit -u -D; PS1=''"
            zpty -w shell "report() { print -r -- \\"\\$BUFFER\\" >$2/line.new; mv $2/line.new $2/line }; zle -N report"
            zpty -w shell "bindkey '^I' complete-word '^X' report; : >$2/ready"
            for i in {1..600}; do [[ -e $2/ready ]] && break; sleep 0.1; done
            zpty -n -w shell "$1"$'\\t\\x18'
            for i in {1..600}; do [[ -e $2/line ]] && break; sleep 0.1; done
            cat $2/line
            rm $2/line $2/ready
            zpty -d shell
            """;

    /** {@return what zsh makes of a line when Tab is pressed at its end} */
    private String completedByZsh(String line) throws Exception {
        requireInstalled("zsh");
        Path functions = Files.createDirectories(directory.resolve("functions"));
        Files.writeString(functions.resolve("_ctrcfg"), CompletionCommand.script(Shell.ZSH));
        return Programs.run("zsh", "-f", "-c", ZSH, "zsh", line, directory.toString());
    }

    @Test
    void zshCompletesCommandsOptionsValuesAndFiles() throws Exception {
        Files.createFile(directory.resolve("kata.toml"));

        assertThat(completedByZsh("ctrcfg pa")).isEqualTo("ctrcfg patch \n");
        assertThat(completedByZsh("ctrcfg patch --dry")).isEqualTo("ctrcfg patch --dry-run \n");
        assertThat(completedByZsh("ctrcfg get key -o js")).isEqualTo("ctrcfg get key -o json \n");
        assertThat(completedByZsh("ctrcfg patch --patch ka")).isEqualTo("ctrcfg patch --patch kata.toml \n");
    }

    @ParameterizedTest
    @EnumSource
    void aShellTakesItsScript(Shell shell) throws Exception {
        String name = shell.name().toLowerCase(java.util.Locale.ROOT);
        requireInstalled(name);
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

    private static void requireInstalled(String shell) throws IOException {
        assumeTrue(isInstalled(shell), shell + " is not installed");
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
