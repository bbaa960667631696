// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.testing.Shared;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what the README tells its reader to do. */
class ReadmeTest {

    private static final Path ROOT = Shared.testdata("..").toAbsolutePath().normalize();
    private static final Pattern BLOCK = Pattern.compile("^```(\\w+)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @TempDir
    Path directory;

    private Path config;

    @BeforeEach
    void prepareANode() throws IOException {
        config = directory.resolve("config.toml");
        Files.copy(ROOT.resolve("testdata/config/containerd-1.4.9/config.toml"), config);
        Files.createSymbolicLink(directory.resolve("testdata"), ROOT.resolve("testdata"));
        command("ctrcfg", run(Main.class.getName()));
        command("java", "shift 2\n" + run(Main.class.getName()));
        for (String name : List.of("mvn", "systemctl", "kubectl")) {
            command(name, "echo " + name + " \"$@\" >> called\n");
        }
        command("git", "cat deploy/containerd/config.toml\n");
        prepareOtherFiles();
    }

    private void prepareOtherFiles() throws IOException {
        Path deploy = Files.createDirectories(directory.resolve("deploy/containerd"));
        Files.writeString(deploy.resolve("config.toml"), """
                version = 2
                [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
                  runtime_type = "io.containerd.runc.v2"
                  [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]
                    SystemdCgroup = true
                """);
        Path kata = Files.createDirectories(directory.resolve("kata-containers"));
        Files.writeString(kata.resolve("configuration.toml"), """
                [agent.kata]
                # Opens a shell in the virtual machine.
                #debug_console_enabled = true
                """);
        Files.createDirectories(directory.resolve(".local/share/bash-completion/completions"));
    }

    @Test
    void everyCommandRunsInTheOrderOfThePage() throws Exception {
        StringBuilder script = new StringBuilder("HOME=" + directory + "\n");
        List<String> blocks = blocks("sh");
        for (String block : blocks.subList(2, blocks.size())) {
            script.append(block);
        }
        for (String line : String.join("", blocks("yaml")).split("\n", -1)) {
            int command = line.indexOf(": ctrcfg ");
            script.append(command < 0 ? "" : line.substring(command + 2) + "\n");
        }

        shell(script.toString());

        assertThat(directory.resolve("kata-containers/configuration.toml"))
                .content()
                .contains("\ndebug_console_enabled = true\n");
        assertThat(directory.resolve("runtimeclasses.yaml")).content().contains("handler: \"kata\"", "overhead:");
        assertThat(config).content().contains("runtimes.kata]").doesNotContain("gvisor", "runsc");
        assertThat(directory.resolve("config-3.toml"))
                .content()
                .contains("version = 3", "io.containerd.cri.v1.runtime");
        assertThat(directory.resolve("certs.d")).isDirectory();
        assertThat(directory.resolve("ctrcfg.sarif")).content().contains("\"2.1.0\"");
        assertThat(directory.resolve("gl-code-quality-report.json")).content().startsWith("[");
    }

    /** What runs nowhere could be wrong. */
    @Test
    void noCommandStandsInABlockThatIsNotRun() throws Exception {
        for (String language : List.of("bash", "console", "shell")) {
            assertThat(blocks(language)).isEmpty();
        }
    }

    @Test
    void theFirstCommandShowsTheDifference() throws Exception {
        assertThat(shell(blocks("sh").get(0))).isEqualTo(blocks("diff").get(0));
    }

    @Test
    void completionsAndSchemasAreWritten() throws Exception {
        shell("HOME=" + directory + "\n" + String.join("", blocks("sh").subList(2, 4)));

        assertThat(directory.resolve(".local/share/bash-completion/completions/ctrcfg"))
                .content()
                .contains("complete -F _ctrcfg ctrcfg");
        assertThat(directory.resolve("containerd.schema.json")).content().contains("json-schema.org/draft-07");
    }

    @Test
    void theStoryEndsWithARuntimeBesideRunc() throws Exception {
        List<String> story = blocks("sh").subList(4, 6);

        String printed = shell(String.join("", story));

        assertThat(printed).contains("+          runtime_type = \"io.containerd.kata.v2\"");
        assertThat(config).content().contains("runtimes.kata]", "runtimes.runc]");
        assertThat(directory.resolve("called")).hasContent("systemctl restart containerd\n");
    }

    @Test
    void theStoryCanBeToldTwice() throws Exception {
        String story = String.join("", blocks("sh").subList(4, 7));

        shell(story + story);

        assertThat(directory.resolve("called")).hasContent("systemctl restart containerd\n");
    }

    @Test
    void theConfigurationCanBeLookedAt() throws Exception {
        int block = readme().indexOf("ctrcfg show ");
        String commands = readme().substring(block, readme().indexOf("```", block));

        assertThat(shell(commands))
                .contains("root = \"/var/lib/containerd\"  # " + config + ":2:1\n")
                .contains("default_runtime_name = \"runc\"  # " + config + ":73:7, migrated from plugins.")
                .contains("\nk8s.gcr.io/pause:3.2\n")
                .contains("* runc     io.containerd.runc.v2  containerd-shim-runc-v2")
                .endsWith("\n" + blocks("text").get(0));
    }

    @Test
    void onePatchIsSaidInManyWays() throws Exception {
        int block = readme().indexOf("ctrcfg presets\n");
        String commands = readme().substring(block, readme().indexOf("```", block));

        assertThat(shell(commands))
                .contains("gvisor                               gVisor\n", "runtimes.kata-qemu.options]")
                .doesNotContain("error");
        assertThat(config)
                .content()
                .contains("sandbox_image = \"registry.k8s.io/pause:3.10\"", "dev.example.*", "SystemdCgroup = true")
                .contains("default_runtime_name = \"runc\"")
                .doesNotContain("spare", "stream_server_port");
    }

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }

    @Test
    void theJavaExampleCompilesAndRuns() throws Exception {
        Path source = Files.writeString(
                directory.resolve("AddRuntime.java"), blocks("java").get(0));
        ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
        int compiled =
                javac.run(System.out, System.err, "-cp", classPath(), "-d", directory.toString(), source.toString());
        command("example", run("AddRuntime"));

        assertThat(compiled).isZero();
        assertThat(shell("example config.toml testdata/patch/kata-v2.toml")).isEqualTo("""
                        plugins."io.containerd.grpc.v1.cri".containerd.runtimes.kata.runtime_type
                        plugins."io.containerd.grpc.v1.cri".containerd.runtimes.kata.privileged_without_host_devices
                        """);
        assertThat(config).content().contains("runtimes.kata]");
    }

    private static List<String> blocks(String language) throws IOException {
        List<String> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(readme());
        while (matcher.find()) {
            if (matcher.group(1).equals(language)) {
                blocks.add(matcher.group(2));
            }
        }
        return blocks;
    }

    /** A command that the shell finds before any other of its name. */
    private void command(String name, String script) throws IOException {
        Path bin = Files.createDirectories(directory.resolve("bin"));
        Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + script);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private String run(String mainClass) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String path = classPath() + File.pathSeparator + directory;
        return "exec " + java + " -XX:-UsePerfData -cp " + path + " " + mainClass + " \"$@\"\n";
    }

    /** The modules of the command and of what it needs. */
    private static String classPath() {
        return System.getProperty("jdk.module.path");
    }

    private String shell(String script) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        "sh",
                        "-eu",
                        "-c",
                        script.replace("/etc/containerd/", directory + "/")
                                .replace("/etc/kata-containers/", directory + "/kata-containers/"))
                .directory(directory.toFile())
                .redirectError(directory.resolve("err").toFile());
        builder.environment().merge("PATH", directory.resolve("bin").toString(), (old, bin) -> bin + ":" + old);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor())
                .as(Files.readString(directory.resolve("err")))
                .isZero();
        return output;
    }
}
